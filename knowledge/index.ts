/**
 * The door of the knowledge module: others import knowledge from here only.
 */
export type {Elsewhere, Entry, EntryId, EntryLink, Note, Origin} from './entry.js';
export type {Match, Outcome} from './search/outcome.js';
export type {LinkKind, Parsed, Problem} from './parse/tree.js';
export type {DocumentInfo, Knowledge, Loaded} from './knowledge.js';
export {loadKnowledge} from './load.js';
export {SourceError, type SourceSpec} from './source/source.js';
