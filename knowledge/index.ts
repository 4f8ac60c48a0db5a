/**
 * The door of the knowledge module: others import knowledge from here only.
 */
export type {Elsewhere, Entry, EntryId, EntryLink, Note, Origin} from './entry.js';
export type {Match, Outcome} from './search/outcome.js';
export type {LinkKind, Parsed, Problem} from './parse/tree.js';
export type {DocumentInfo, Knowledge, Loaded} from './knowledge.js';
export {loadKnowledge} from './load.js';
export {openSource} from './source/open.js';
export {SourceError, type Hoped, type SourceSpec} from './source/source.js';
