/**
 * What the bot remembers: the verbs it needs, the same on SQLite and on Postgres.
 *
 * Time comes in as an argument, so a store never looks at a clock. Verbs reject with a StoreError, whose message is for
 * the operator, where the database cannot be used; nothing of such a verb was done.
 */
import {deliveriesIn, type Deliveries} from './deliveries.js';
import type {Database} from './database.js';
import {feedbackIn, type FeedbackCounts} from './feedback.js';
import {installationsIn, type Installations} from './installations.js';
import {leasesIn, type Leases} from './leases.js';
import {releasesIn, type Releases} from './releases.js';
import {requestKeysIn, type RequestKeys} from './request-keys.js';
import {withSentences} from './store-error.js';
import {subscriptionsIn, type Subscriptions} from './subscriptions.js';
import {treeNotesIn, type TreeNotes} from './tree-notes.js';

export interface Store {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly releases: Releases;
  readonly leases: Leases;
  readonly requestKeys: RequestKeys;
  readonly feedback: FeedbackCounts;
  readonly installations: Installations;
  readonly treeNotes: TreeNotes;
  /** Ends what is under way, and lets the database go. */
  close(): Promise<void>;
}

export function storeIn(database: Database): Store {
  const {sentenceOf} = database;
  return {
    subscriptions: withSentences(subscriptionsIn(database), sentenceOf),
    deliveries: withSentences(deliveriesIn(database), sentenceOf),
    releases: withSentences(releasesIn(database), sentenceOf),
    leases: withSentences(leasesIn(database), sentenceOf),
    requestKeys: withSentences(requestKeysIn(database), sentenceOf),
    feedback: withSentences(feedbackIn(database), sentenceOf),
    installations: withSentences(installationsIn(database), sentenceOf),
    treeNotes: withSentences(treeNotesIn(database), sentenceOf),
    close: () => database.close(),
  };
}
