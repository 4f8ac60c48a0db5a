/**
 * The rules, in the order in which their findings are told where all else is equal. A new rule is its file and its line.
 */
import {aiAssisted} from './ai-assisted.js';
import {base} from './base.js';
import {bodyEmpty} from './body-empty.js';
import {botWords} from './bot-words.js';
import {ccStable} from './cc-stable.js';
import {changelogMissing} from './changelog-missing.js';
import {changelogPlace} from './changelog-place.js';
import {charset} from './charset.js';
import {commitRef} from './commit-ref.js';
import {coverMissing} from './cover-missing.js';
import {coverPlaceholder} from './cover-placeholder.js';
import {diffInLog} from './diff-in-log.js';
import {fixesForm} from './fixes-form.js';
import {fixesMissingNext} from './fixes-missing-next.js';
import {fixesMissingOne} from './fixes-missing-one.js';
import {fixesMissing} from './fixes-missing.js';
import {fixesNoTagOops} from './fixes-no-tag-oops.js';
import {gerrit} from './gerrit.js';
import {hashLines} from './hash-lines.js';
import {insnTests} from './insn-tests.js';
import {iproute2Mixed} from './iproute2-mixed.js';
import {lineLength} from './line-length.js';
import {mailAttached} from './mail-attached.js';
import {mailCrlf} from './mail-crlf.js';
import {mailMangled} from './mail-mangled.js';
import {mixedTests} from './mixed-tests.js';
import {numberOf} from './number-of.js';
import {patchWord} from './patch-word.js';
import {reportedCloses} from './reported-closes.js';
import {resendChanged} from './resend-changed.js';
import {rush} from './rush.js';
import {samples} from './samples.js';
import {seriesDiffOnTop} from './series-diff-on-top.js';
import {seriesNumber} from './series-number.js';
import {seriesReply} from './series-reply.js';
import {seriesSize} from './series-size.js';
import {sobMissing} from './sob-missing.js';
import {stableAddr} from './stable-addr.js';
import {subjectBrackets} from './subject-brackets.js';
import {titleForm} from './title-form.js';
import {titleTwice} from './title-twice.js';
import {toIproute2} from './to-iproute2.js';
import {toList} from './to-list.js';
import {treeFit} from './tree-fit.js';
import {treeMissing} from './tree-missing.js';
import {treeTwo} from './tree-two.js';
import {treeUnknown} from './tree-unknown.js';
import {uapiTools} from './uapi-tools.js';
import {verifierTests} from './verifier-tests.js';
import {versionForm} from './version-form.js';
import {versionTwice} from './version-twice.js';
import {versionV1} from './version-v1.js';
import type {Rule} from './rule.js';

export const rules: readonly Rule[] = [
  treeMissing,
  treeUnknown,
  treeTwo,
  treeFit,
  patchWord,
  versionTwice,
  versionForm,
  versionV1,
  numberOf,
  subjectBrackets,
  titleForm,
  titleTwice,
  botWords,
  seriesNumber,
  coverMissing,
  coverPlaceholder,
  seriesSize,
  seriesReply,
  seriesDiffOnTop,
  resendChanged,
  changelogMissing,
  changelogPlace,
  bodyEmpty,
  sobMissing,
  fixesMissing,
  fixesMissingOne,
  fixesMissingNext,
  fixesForm,
  fixesNoTagOops,
  ccStable,
  stableAddr,
  reportedCloses,
  commitRef,
  lineLength,
  hashLines,
  gerrit,
  diffInLog,
  mailMangled,
  mailCrlf,
  mailAttached,
  charset,
  toList,
  toIproute2,
  iproute2Mixed,
  verifierTests,
  insnTests,
  samples,
  uapiTools,
  mixedTests,
  aiAssisted,
  base,
  rush,
];
