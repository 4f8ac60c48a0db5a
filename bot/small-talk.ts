/**
 * What is said to a bot out of politeness, and asks nothing.
 */

/** At most so many characters are small talk; more is somebody's business. */
const longest = 60;
const thanks =
  /^(?:(?:ok(?:ay)?|great|perfect|cool|nice|awesome|got it|ah|oh|yes|yep|many|a lot|so much|very much|thanks?|thank you|thx|ty|cheers|tysm|appreciated|that helps|that helped|works|good bot|lgtm|for the (?:help|answer)|bot|you|again|all)\b|[\s\p{P}\p{S}])+$/iu;
const greeting =
  /^(?:(?:hi|hello|hey|hallo|yo|good (?:morning|afternoon|evening|day)|there|bot|everyone|all)\b|[\s\p{P}\p{S}])+$/iu;
const introduction =
  /^\W*(?:who|what) (?:are|r) (?:you|u)\W*$|^\W*what (?:can|do) you (?:do|know|answer)\W*$|^\W*how (?:do|can) (?:i|we) use (?:you|this bot|this)\W*$|^\W*what is this bot(?: for)?\W*$/iu;

/** @returns `thanks` for words that end a talk, `greeting` for those that begin one or ask who is there. */
export function smallTalk(text: string): 'thanks' | 'greeting' | undefined {
  if (text.length > longest || !/\p{L}/u.test(text)) return undefined;
  if (thanks.test(text)) return 'thanks';
  return greeting.test(text) || introduction.test(text) ? 'greeting' : undefined;
}
