/**
 * The commands that post a series: one line of git, and the same with b4.
 *
 * `--rfc` beside `--subject-prefix` loses one of the two before git 2.43, and `-vN` beside a written vN writes it twice:
 * neither is used. Source: git-format-patch(1); b4, "Contributor overview".
 */
import {formatPrefix, type Prefix} from './prefix.js';
import {anyRange, rangeWord} from './range.js';

/**
 * One line to paste. Without a number of patches it is the HOWTO's own.
 *
 * @param range One that `isRange` takes.
 */
export function gitLine(prefix: Prefix, patches: number | undefined, range: string = anyRange): string {
  const isSeries = patches !== undefined && patches > 1;
  return [
    'git format-patch',
    ...(isSeries ? ['--cover-letter'] : []),
    `--subject-prefix='${formatPrefix(prefix)}'`,
    // The files of a later version would otherwise be mixed with those of the first.
    ...(isSeries && prefix.version > 1 ? [`-o v${prefix.version}`] : []),
    rangeWord(range),
  ].join(' ');
}

/** Lines in their order. b4 adds PATCH, the version and the numbers by itself. */
export function b4Lines({tree, version, rfc, resend}: Prefix): string[] {
  const prepare = `b4 prep --set-prefixes ${rfc ? 'RFC ' : ''}${tree}`;
  // What is sent again has its version already.
  if (resend) return [prepare, `b4 send --resend v${version}`];
  return version > 1 ? [prepare, `b4 prep --force-revision ${version}`] : [prepare];
}
