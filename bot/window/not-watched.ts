/**
 * The window where nobody looks at it: apart from the watch, so that a start that asks for something else loads nothing of it.
 */
import type {ViewWindow} from './watch.js';

export const notWatched: ViewWindow = () => Promise.resolve({standing: {type: 'never-seen'}, now: new Date(0)});
