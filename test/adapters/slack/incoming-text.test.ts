import {describe, expect, it} from 'vitest';
import {incomingText, namesBot} from '../../../adapters/slack/incoming-text.js';

const texts: readonly (readonly [told: string, written: string])[] = [
  ['<@UBOT> where do bugs go', 'where do bugs go'],
  ['<@UBOT|bpf-howto>: where do bugs go', 'where do bugs go'],
  ['hello <@UBOT>, where do bugs go?', 'hello where do bugs go?'],
  ['where do bugs go <@UBOT>', 'where do bugs go'],
  ['<@UBOT>', ''],
  ['<@UBOT>\n  indented', 'indented'],
  ['a <@UBOT>\n  b', 'a \n  b'],
  ['is <@U2|ada> or <@U3> right', 'is @ada or @U3 right'],
  ['in <#C1|general> or <#C2>', 'in #general or #C2'],
  ['<!here> and <!subteam^S1|@net> on <!date^1^{date}|Monday>', '@here and @net on Monday'],
  ['see <https://docs.kernel.org/bpf/|the docs>', 'see the docs'],
  ['see <https://docs.kernel.org/bpf/?a=1&amp;b=2>', 'see https://docs.kernel.org/bpf/?a=1&b=2'],
  ['to <mailto:bpf@vger.kernel.org|bpf@vger.kernel.org>', 'to bpf@vger.kernel.org'],
  ['to <mailto:bpf@vger.kernel.org>', 'to bpf@vger.kernel.org'],
  ['a &lt; b &amp;&amp; b &gt; c', 'a < b && b > c'],
  ['&lt;@UBOT&gt; &amp;lt;', '<@UBOT> &lt;'],
  ['no < sense > here', 'no < sense > here'],
  ['git push <remote> a|b, mail <ast@kernel.org>', 'git push <remote> a|b, mail <ast@kernel.org>'],
  ['', ''],
];

describe('what a person wrote', () => {
  it.each(texts)('%j is %j', (told, written) => expect(incomingText(told, 'UBOT')).toBe(written));

  it.each([
    ['<@UBOT> hello', true],
    ['hello <@UBOT|bot>', true],
    ['<@UBOT2> hello', false],
    ['&lt;@UBOT&gt;', false],
    ['', false],
  ])('%j names the bot: %s', (text, isNamed) => expect(namesBot(text, 'UBOT')).toBe(isNamed));
});
