/**
 * The command table, in the order help shows it. A new command is its file, its line here and its test.
 */
import type {Command} from '../command.js';
import {about} from './about.js';
import {ask} from './ask.js';
import {browse} from './browse.js';
import {check} from './check.js';
import {helpFor} from './help.js';
import {prefix} from './prefix.js';
import {window} from './window.js';

const explained: readonly Command[] = [ask, browse, prefix, check, window, about];

export const commands: readonly Command[] = [...explained, helpFor(explained.map(({name}) => name))];
