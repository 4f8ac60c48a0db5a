/**
 * What pressing an action shows. Actions carry all that they need, so this works after a restart and on any replica.
 */
import type {Knowledge} from '../knowledge/index.js';
import {choicesReply, entryChoice, entryReply, noneReply} from './answer.js';
import {browseAction} from './commands/browse.js';
import type {Context} from './command.js';
import {NotFoundError, UserError} from './errors.js';
import {sentenceReply, type Action, type Reply} from './message.js';
import {quote} from './quote.js';

/** Questions shown as related. */
const relatedCount = 3;
/** A name longer than this says nothing more. Slack allows 80 characters, Discord 32. */
const nameChars = 80;

/** @throws UserError where what the action names is gone. */
export async function pressToReply(action: Action, context: Context): Promise<Reply> {
  const {knowledge, request} = context;
  switch (action.type) {
    case 'show':
      return entryReply(entryOf(action.entry, knowledge), action.page, context);
    case 'share': {
      const entry = entryOf(action.entry, knowledge);
      const reply = entryReply(entry, action.page, {...context, request: {...request, setting: 'public'}});
      const shared = {type: 'aside', text: `Shared by ${quote(request.askerName, nameChars)}.`} as const;
      return {...reply, blocks: [...reply.blocks, shared]};
    }
    case 'related':
      return relatedReply(action.entry, context);
    case 'other': {
      const entries = action.nearest.flatMap((id) => knowledge.entry(id) ?? []);
      return entries.length > 0 ? choicesReply('The nearest other questions:', entries) : noneReply([]);
    }
    case 'browse':
      return browseAction(action.section, context);
    case 'rate':
      return sentenceReply(
        action.helpful
          ? 'Thank you. It is noted that this answer helped.'
          : 'Thank you. It is noted that this answer did not help. "Not what I asked" shows the nearest other questions.',
      );
    case 'check': {
      const attached = await request.fetchAttached?.(action.reference);
      if (!attached) throw new UserError('These files cannot be fetched again. Attach them once more.');
      const [{checkFiles}, {checkReply}] = await Promise.all([import('./check.js'), import('./check-reply.js')]);
      const report = await checkFiles(attached.files, context.caps);
      const setting = action.to === 'place' ? 'public' : request.setting;
      return checkReply(report, action.page, {...context, request: {...request, setting, attached}});
    }
    case 'prefix': {
      const {prefixReply} = await import('./prefix-reply.js');
      return prefixReply(action.ask, context);
    }
    case 'remove':
      throw new UserError('There is nothing to take back here.');
  }
}

function relatedReply(id: string, {knowledge}: Context): Reply {
  const entry = entryOf(id, knowledge);
  const choices = knowledge.related(entry.id, relatedCount).map(entryChoice);
  const prompt = choices.length > 0 ? `Related to "${entry.question}":` : 'No question is near this one.';
  return {
    outcome: 'page',
    blocks: [{type: 'choices', prompt, choices}],
    next: [
      {label: 'Back to the answer', action: {type: 'show', entry: entry.id, page: 1}},
      {label: 'All sections', action: {type: 'browse'}},
    ],
    data: choices.map(({label}) => label),
  };
}

function entryOf(id: string, knowledge: Knowledge) {
  const entry = knowledge.entry(id);
  if (!entry) throw new NotFoundError('This question is not in the document any more. Please ask again.');
  return entry;
}
