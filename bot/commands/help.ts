/**
 * `help`: how to ask, and which commands there are, read off the command table.
 */
import {defineCommand, usage, type Command, type Option} from '../command.js';
import {paragraphs, type Block, type Json, type Reply} from '../message.js';

/** @param names The other commands, which it explains. A word that is none of them begins a question: "help me …". */
export function helpFor(names: readonly string[]): Command {
  return defineCommand({
    name: 'help',
    summary: 'Show what this bot can do',
    options: {command: {type: 'choice', choices: [...names, 'help'], optional: true, summary: 'A command to explain'}},
    run({command}, {commands}): Reply {
      const chosen = commands.find(({name}) => name === command);
      return {
        outcome: 'page',
        blocks: chosen ? commandBlocks(chosen) : overviewBlocks(commands),
        next: [],
        data: {commands: (chosen ? [chosen] : commands).map(commandToData)},
      };
    },
  });
}

function overviewBlocks(commands: readonly Command[]): Block[] {
  return [
    paragraphs(
      'Ask how to work with the BPF subsystem of the Linux kernel, in your own words: where do I send my patches? ' +
        'The answers come from the BPF HOWTO, each with a link to its place.',
    ),
    {type: 'facts', rows: commands.map((each) => ({name: usage(each), value: each.summary}))},
  ];
}

function commandBlocks(command: Command): Block[] {
  const rows = Object.entries(command.options).map(([name, option]) => ({name, value: describe(option)}));
  return [
    {type: 'heading', text: usage(command)},
    paragraphs(`${command.summary}.`),
    ...(rows.length > 0 ? [{type: 'facts', rows} as const] : []),
  ];
}

function describe(option: Option): string {
  switch (option.type) {
    case 'text':
    case 'word':
    case 'flag':
      return option.summary;
    case 'files':
      return `${option.summary}; up to ${option.most}`;
    case 'choice':
      return `${option.summary}: ${option.choices.join(', ')}${defaultOf(option.default)}`;
    case 'integer':
      return `${option.summary}: ${option.min} to ${option.max}${defaultOf(option.default)}`;
  }
}

function defaultOf(value: string | number | undefined): string {
  return value === undefined ? '' : ` (${value} if left out)`;
}

function commandToData(command: Command): Json {
  const {name, summary, options} = command;
  return {
    name,
    summary,
    usage: usage(command),
    options: Object.entries(options).map(([option, {type, summary: meaning}]) => ({
      name: option,
      type,
      summary: meaning,
    })),
  };
}
