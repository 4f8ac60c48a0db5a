/**
 * A series is small enough to be reviewed at one go.
 *
 * Source: netdev's maintainer handbook, "Dividing work into patches"; of 7.2, which counts all series that wait for one tree.
 */
import {exampleCover} from './example.js';
import {followsNetdev} from './project.js';
import {kept, type Rule} from './rule.js';
import {netdev} from './source.js';
import {headedOf} from './subjects.js';
import {mostPatches} from '../prefix.js';

const mostAtOnce = 15;

export const seriesSize: Rule = {
  id: 'series-size',
  severity: 'warning',
  asks: 'A series has at most 15 patches.',
  sources: [netdev('7.2')],
  needs: ['subject'],
  example: {
    broken: exampleCover({subject: '[PATCH bpf-next 00/16] bpf: Count and show what is dropped'}),
    kept: exampleCover({subject: '[PATCH bpf-next 00/15] bpf: Count and show what is dropped'}),
  },
  check(series) {
    const [first] = headedOf(series);
    // A number like 4001/4002 orders the patches of somebody's queue.
    const isSmall = series.total <= mostAtOnce || series.total > mostPatches;
    if (!first || isSmall || !followsNetdev(series)) return kept;
    const message =
      `The series has ${series.total} patches. Networking's handbook asks for at most ${mostAtOnce}, and since 7.2 counts all of ` +
      'your series that wait for one tree.';
    const fix = {type: 'advice', text: 'Send the first part alone, and the rest when it is in.'} as const;
    return {type: 'broken', findings: [{message, mail: first.mail, line: first.line, fix}]};
  },
};
