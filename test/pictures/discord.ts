/**
 * One page of HTML with sample messages, somewhat as Discord shows them, to be looked at: `npx tsx
 * test/pictures/discord.ts > page.html`. The text is read by an independent parser; lists are drawn as their marks.
 */
import {parse} from 'discord-markdown-parser';
import {replyToDiscord} from '../../adapters/discord/reply.js';
import {discordSamples} from '../helpers/discord-samples.js';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
}

interface Component {
  readonly content?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

const tags: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'i',
  inlineCode: 'code',
  codeBlock: 'pre',
  blockQuote: 'blockquote',
  subtext: 'small',
};

const style = `
  body {background: #313338; color: #dbdee1; font: 16px/1.375 sans-serif; margin: 16px; max-width: 900px}
  h2 {color: #949ba4; font-size: 12px; margin-top: 32px} a {color: #00a8fc} .text {white-space: break-spaces; margin: 8px 0}
  .section {display: flex; justify-content: space-between; gap: 12px; align-items: center} .row {display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0}
  button {background: #4e5058; color: #fff; border: 0; border-radius: 4px; padding: 8px 16px; font: inherit; font-size: 14px}
  code, pre {background: #2b2d31; font: 14px monospace; border-radius: 4px; padding: 1px 3px; white-space: pre-wrap}
  pre {padding: 8px; margin: 4px 0} blockquote {border-left: 4px solid #4e5058; margin: 0; padding-left: 12px}
  small {color: #949ba4; display: block; font-size: 13px}`;

const pages: string[] = [];
for (const [name, reply] of await discordSamples()) {
  const messages = replyToDiscord(reply).map(({components}) => (components as readonly Component[]).map(draw).join(''));
  pages.push(`<h2>${name}</h2>${messages.join('<hr>')}`);
}
process.stdout.write(`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">`);
process.stdout.write(`<style>${style}</style>${pages.join('')}`);

function draw(component: Component): string {
  const {content, label, placeholder, components = [], accessory} = component;
  if (content !== undefined) return `<div class="text">${drawNodes(parse(content, 'extended'))}</div>`;
  if (label !== undefined || placeholder !== undefined) return `<button>${escape(label ?? placeholder ?? '')}</button>`;
  const inside = components.map(draw).join('');
  return accessory
    ? `<div class="section"><div>${inside}</div>${draw(accessory)}</div>`
    : `<div class="row">${inside}</div>`;
}

function drawNodes(nodes: readonly Node[]): string {
  return nodes.map(drawNode).join('');
}

function drawNode({type, content = '', target}: Node): string {
  const inside = typeof content === 'string' ? escape(content) : drawNodes(content);
  if (type === 'br') return '\n';
  if (target !== undefined) return `<a href="${escape(target)}">${inside}</a>`;
  const tag = tags[type];
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
