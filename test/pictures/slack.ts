/**
 * Draws the payloads of `test/fixtures/slack` as one page that resembles Slack: `npx tsx test/pictures/slack.ts > slack.html`.
 */
import {readdirSync, readFileSync} from 'node:fs';
import type {types} from '@slack/bolt';
import {slackNumber} from '../helpers/slack-visible.js';

const folder = new URL('../fixtures/slack/', import.meta.url);

const style = `
  body {font: 15px/1.46 Lato, "Noto Sans", Arial, sans-serif; color: #1d1c1d; margin: 12px; max-width: 680px}
  h6 {margin: 24px 0 4px; color: #888; border-top: 1px solid #ddd}
  .block {margin: 8px 0} .section {display: flex; gap: 16px; justify-content: space-between; align-items: start}
  .context {font-size: 12px; color: #616061; display: flex; flex-wrap: wrap; gap: 0 8px}
  .actions {display: flex; flex-wrap: wrap; gap: 8px}
  button, select {font: bold 13px/18px Arial; padding: 4px 12px; border: 1px solid #bbb; border-radius: 4px; background: #fff; max-width: 100%}
  p {margin: 0; white-space: pre-wrap; overflow-wrap: anywhere} a {color: #1264a3}
  code {font: 12px monospace; color: #e01e5a; background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px}
  pre {font: 12px/1.5 monospace; background: #f6f6f6; border: 1px solid #ddd; border-radius: 4px; padding: 8px; margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere}
  blockquote, .border {border-left: 4px solid #ddd; margin: 4px 0; padding-left: 12px}
  ul {margin: 0; padding: 0; list-style: none} li {display: flex} li > i {min-width: 22px; text-align: center; margin-right: 6px; font-style: normal}`;

console.log(
  `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style}</style>`,
);
for (const name of readdirSync(folder)) {
  const {text, blocks} = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
    readonly text: string;
    readonly blocks: readonly types.KnownBlock[];
  };
  const drawn = blocks.map((block) => `<div class="block ${block.type}">${drawBlock(block)}</div>`);
  console.log(`<h6>${name}, plain text of ${text.length} characters</h6>${drawn.join('')}`);
}

function drawBlock(block: types.KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(drawRich).join('');
    case 'section':
      return `<p>${escape(block.text?.text ?? '')}</p>${block.accessory ? drawElement(block.accessory) : ''}`;
    case 'context':
      return block.elements.map((element) => `<p>${'text' in element ? drawText(element) : ''}</p>`).join('');
    case 'actions':
    case 'context_actions':
      return block.elements.map(drawElement).join('');
    default:
      return `<b>${block.type}</b>`;
  }
}

function drawRich(element: types.RichTextBlock['elements'][number]): string {
  const inner = element.type === 'rich_text_list' ? drawList(element) : element.elements.map(drawInline).join('');
  const border = element.type !== 'rich_text_section' && element.border === 1 ? 'class="border"' : '';
  switch (element.type) {
    case 'rich_text_section':
      return `<p>${inner}</p>`;
    case 'rich_text_quote':
      return `<blockquote><p>${inner}</p></blockquote>`;
    case 'rich_text_preformatted':
      return `<div ${border}><pre>${inner}</pre></div>`;
    case 'rich_text_list':
      return `<div ${border}>${inner}</div>`;
  }
}

function drawList({elements, style: kind, indent = 0}: types.RichTextList): string {
  const mark = (at: number) =>
    kind === 'ordered' ? `${slackNumber(at + 1, indent)}.` : (['•', '◦', '▪'][indent % 3] ?? '');
  const items = elements.map(
    (item, at) => `<li><i>${mark(at)}</i><p>${item.elements.map(drawInline).join('')}</p></li>`,
  );
  return `<ul style="margin-left: ${indent * 28}px">${items.join('')}</ul>`;
}

function drawInline(element: types.RichTextElement): string {
  if (element.type !== 'text' && element.type !== 'link') return `<b>${element.type}</b>`;
  const {bold, italic, code} = element.style ?? {};
  let drawn = escape(element.text ?? '');
  if (code) drawn = `<code>${drawn}</code>`;
  if (italic) drawn = `<em>${drawn}</em>`;
  if (bold) drawn = `<b>${drawn}</b>`;
  return element.type === 'link' ? `<a href="${escape(element.url)}">${drawn}</a>` : drawn;
}

/** What is drawn of all elements that can be pressed. */
interface Pressed {
  readonly text?: types.PlainTextElement;
  readonly placeholder?: types.PlainTextElement;
  readonly options?: readonly unknown[];
  readonly positive_button?: {readonly text: types.PlainTextElement};
  readonly negative_button?: {readonly text: types.PlainTextElement};
}

function drawElement(element: {readonly type: string}): string {
  const {text, placeholder, options, positive_button: yes, negative_button: no} = element as Pressed;
  if (placeholder) return `<select><option>${escape(placeholder.text)} (${options?.length ?? 0})</select>`;
  return [text, yes?.text, no?.text]
    .flatMap((label) => (label ? `<button>${escape(label.text)}</button>` : []))
    .join(' ');
}

function drawText({type, text}: types.TextObject): string {
  return type === 'plain_text' ? escape(text) : `<a>${text.replace(/^<|>$/gu, '')}</a>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
