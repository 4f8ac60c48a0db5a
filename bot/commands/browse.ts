/**
 * `browse`: sections, then the questions of one, then the answer.
 */
import type {Entry} from '../../knowledge/index.js';
import {entryChoice, entryReply} from '../answer.js';
import {defineCommand, type Context} from '../command.js';
import {NotFoundError} from '../errors.js';
import type {Reply} from '../message.js';
import {nearestWord} from '../nearest-word.js';
import {sectionsOf, type Section} from '../sections.js';
import {visibleLine} from '../visible.js';

export const browse = defineCommand({
  name: 'browse',
  summary: 'Walk through sections and their questions',
  options: {
    section: {
      type: 'text',
      optional: true,
      summary: 'Number or title of a section; a second number picks a question; or the id of an entry',
      complete: 'section',
    },
  },
  run({section}, context): Reply {
    const sections = sectionsOf(context.knowledge);
    if (section === undefined || section.trim() === '') return sectionsReply(sections);
    const found = find(section.trim(), sections);
    return found.type === 'section' ? sectionReply(found.section) : entryReply(found.entry, 1, context);
  },
});

/** All sections, to pick one. */
export function sectionsReply(sections: readonly Section[]): Reply {
  return {
    outcome: 'page',
    blocks: [
      {
        type: 'choices',
        prompt: 'Sections:',
        choices: sections.map(({path, title, entries}) => ({
          label: `${title} (${entries.length === 1 ? '1 question' : `${entries.length} questions`})`,
          action: {type: 'browse', section: path},
        })),
      },
    ],
    next: [],
    data: {sections: sections.map(sectionToData)},
  };
}

/** The questions of one section, to pick one. */
export function sectionReply(section: Section): Reply {
  return {
    outcome: 'page',
    blocks: [{type: 'choices', prompt: `${section.title}:`, choices: section.entries.map(entryChoice)}],
    next: [{label: 'All sections', action: {type: 'browse'}}],
    data: {sections: [sectionToData(section)]},
  };
}

/**
 * The section that an action names.
 *
 * @throws NotFoundError where the document has no such section any more.
 */
export function browseAction(path: readonly string[] | undefined, {knowledge}: Context): Reply {
  const sections = sectionsOf(knowledge);
  if (path === undefined) return sectionsReply(sections);
  const wanted = JSON.stringify(path);
  const section = sections.find((each) => JSON.stringify(each.path) === wanted);
  if (!section) throw new NotFoundError('This section is not in the document any more. `browse` lists those that are.');
  return sectionReply(section);
}

type Found = {readonly type: 'section'; readonly section: Section} | {readonly type: 'entry'; readonly entry: Entry};

function find(wanted: string, sections: readonly Section[]): Found {
  const numbers = /^(\d{1,6})(?:[\s.]+(\d{1,6}))?$/u.exec(wanted);
  if (numbers)
    return findByNumber(Number(numbers[1]), numbers[2] === undefined ? undefined : Number(numbers[2]), sections);
  const low = wanted.toLowerCase();
  const entry = sections.flatMap(({entries}) => entries).find(({id}) => id === low);
  if (entry) return {type: 'entry', entry};
  const titled = (fits: (title: string) => boolean) => sections.find(({title}) => fits(title.toLowerCase()));
  const section =
    titled((title) => title === low) ??
    titled((title) => title.startsWith(low)) ??
    titled((title) => title.includes(low));
  if (section) return {type: 'section', section};
  const meant = nearestWord(
    wanted,
    sections.map(({title}) => title),
  );
  throw new NotFoundError(
    `No section is called \`${visibleLine(wanted.slice(0, 80))}\`. ` +
      (meant === undefined ? '`browse` lists the sections.' : `Did you mean \`${meant}\`?`),
  );
}

function findByNumber(number: number, question: number | undefined, sections: readonly Section[]): Found {
  const section = sections[number - 1];
  if (!section)
    throw new NotFoundError(`There is no section ${number}. They are numbered from 1 to ${sections.length}.`);
  if (question === undefined) return {type: 'section', section};
  const entry = section.entries[question - 1];
  if (entry) return {type: 'entry', entry};
  const {title, entries} = section;
  throw new NotFoundError(`${title} has no question ${question}. They are numbered from 1 to ${entries.length}.`);
}

function sectionToData({title, entries}: Section) {
  return {
    section: title,
    entries: entries.map(({id, question, origin}) => ({id, question, url: origin.url ?? null})),
  };
}
