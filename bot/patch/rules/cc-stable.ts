/**
 * How a patch on BPF is proposed for stable kernels: the HOWTO and networking's newer handbook differ.
 *
 * Source: BPF HOWTO, "The BPF patch I am about to submit needs to go to stable as well", unchanged in 7.2; netdev's
 * maintainer handbook, "Stable tree".
 */
import {commitsOf} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isBpfWork} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto, netdev} from './source.js';
import {stableCcsOf} from './stable-cc.js';

const trailers = [exampleFixes, 'Cc: stable@vger.kernel.org', exampleSignOff];

export const ccStable: Rule = {
  id: 'cc-stable',
  severity: 'warning',
  asks: 'A patch on BPF is proposed for stable below ---, says the HOWTO; newer documents allow the Cc.',
  sources: [howto('stable'), netdev()],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers}),
    kept: exampleMail({trailers: [exampleFixes, exampleSignOff], notes: ['Please queue it up for stable.']}),
  },
  check(series) {
    if (!isBpfWork(series)) return kept;
    if (series.patches.length === 0) return unseen('the patches');
    const [mail] = commitsOf(series).filter((each) => stableCcsOf(each).length > 0);
    if (!mail) return kept;
    const [line] = stableCcsOf(mail);
    const message =
      "Cc: stable stands above ---. The HOWTO says never, and to ask the maintainers instead; networking's handbook, which is newer, allows it. To ask, take the Cc out and write a line below ---.";
    return {
      type: 'broken',
      findings: [{message, mail, ...(line ? {line} : {}), fix: {type: 'line', text: 'Please queue it up for stable.'}}],
    };
  },
};
