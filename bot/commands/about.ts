/**
 * `about`: which program this is, and which documents it answers from.
 */
import type {DocumentInfo} from '../../knowledge/index.js';
import {defineCommand} from '../command.js';
import type {Block, Json, Reply} from '../message.js';

export const about = defineCommand({
  name: 'about',
  summary: 'Show the version, the source and its revision',
  options: {},
  run(_values, {knowledge, version}): Reply {
    return {
      outcome: 'page',
      blocks: [
        {type: 'facts', rows: [{name: 'bpf-howto', value: `version ${version}`}]},
        ...knowledge.documents.flatMap(documentBlocks),
      ],
      next: [],
      data: {version, documents: knowledge.documents.map(documentToData)},
    };
  },
});

function documentBlocks({name, title, url, revision, damage, problems, entryCount, bytes}: DocumentInfo): Block[] {
  const rows = [
    {name: 'Document', value: title},
    {name: 'Source', value: `${name}, ${bytes} bytes`},
    {name: 'Revision', value: revision},
    ...(url === undefined ? [] : [{name: 'Page', value: url}]),
    {name: 'Questions', value: String(entryCount)},
    ...(problems.length === 0
      ? []
      : [{name: 'Problems', value: `${problems.length} places could not be read as written`}]),
  ];
  const facts: Block = {type: 'facts', rows};
  if (!damage) return [facts];
  return [facts, {type: 'warning', text: `This copy is damaged. ${damage.reasons.join(' ')}`}];
}

function documentToData({name, title, url, revision, damage, problems, entryCount, bytes}: DocumentInfo): Json {
  return {
    name,
    title,
    url: url ?? null,
    revision,
    bytes,
    entries: entryCount,
    problems: problems.length,
    damage: damage?.reasons ?? [],
  };
}
