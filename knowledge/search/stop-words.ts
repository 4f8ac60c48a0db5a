/**
 * Words without a subject: English function words, and what people say around a question in a chat.
 *
 * `new`, `next`, `not`, `before`, `after`, `which`, `where`, `who`, `when`, `long`, `often`, `many` stay out of the list on
 * purpose: in this subject they tell questions apart.
 */
const functionWords =
  'a an and any are aren arent as at be been being but by can cannot cant could couldn couldnt did didn didnt do does doesn doesnt ' +
  'doing don dont for from had has hasnt have havent having he her hers him his how i id if ill im in into is isn isnt it its ' +
  'itself ive just let lets may me might mine much must my myself nor of off on once one only or other ought our ours out over ' +
  'own s same shall she should shouldnt so some such t than that thats the their theirs them themselves then there theres these ' +
  'they theyre this those through to too under up upon us very was wasnt we were werent weve what whats will with wont would ' +
  'wouldnt you youd your youre yours yourself youve d m re ve ll am because while whose whom though although also else ' +
  'here hence thus via per etc eg ie vs';

const chatFiller =
  'hi hello hey folks guys everyone everybody all morning evening afternoon good day greetings dear sir madam please pls plz thanks ' +
  'thank thx ty cheers sorry excuse quick quickly question questions ask asking asked wondering wonder wonders know knows anyone ' +
  'anybody someone somebody help helps tell told say says said like really actually basically literally maybe perhaps probably ' +
  'guess think thinking thought hope hoping want wants wanted wanna gonna need needs needed trying tries try tried got get gets ' +
  'getting go goes going stuff thing things way ways kind sort lot lots bit little yes no yeah yep ok okay well anyway btw fyi ' +
  'imo afaik iirc lol haha hmm uh um hm ever yet still now today yesterday tomorrow monday tuesday wednesday thursday friday ' +
  'saturday sunday weekend week newbie noob stupid dumb silly simple basic first-time currently recently soon later already ' +
  'exactly correct right proper properly best usual usually normal normally possible supposed';

export const stopWords: ReadonlySet<string> = new Set(`${functionWords} ${chatFiller}`.split(' '));
