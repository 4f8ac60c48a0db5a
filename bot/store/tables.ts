/**
 * The tables as the queries see them. Source of truth: migrations.ts; the contract tests hold the two together.
 *
 * Moments are milliseconds since the epoch, yes and no are 1 and 0.
 */

export interface Tables {
  readonly subscriptions: SubscriptionsTable;
  readonly deliveries: DeliveriesTable;
  readonly releases: ReleasesTable;
  readonly documents: DocumentsTable;
  readonly leases: LeasesTable;
  readonly request_keys: RequestKeysTable;
  readonly feedback: FeedbackTable;
  readonly installations: InstallationsTable;
  readonly tree_notes: TreeNotesTable;
}

export interface SubscriptionsTable {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly job: string;
  readonly schedule: string;
  readonly template: string | null;
  readonly added_at: number;
  readonly paused_until: number | null;
  readonly next_at: number | null;
}

export interface DeliveriesTable {
  readonly subscription: string;
  readonly job: string;
  readonly occurrence: string;
  readonly due_at: number;
  readonly state: 'planned' | 'sending' | 'unsure' | 'settled' | 'abandoned';
  /** From when on anybody may claim it: when it is due, when a lease ends, when to try again. Null once finished. */
  readonly claimable_at: number | null;
  /** Grows with every claim. */
  readonly fence: number;
  /** How often sending was begun. */
  readonly attempts: number;
  readonly sending_at: number | null;
  readonly finished_at: number | null;
  readonly message_id: string | null;
  readonly reason: string | null;
}

export interface ReleasesTable {
  readonly version: string;
  readonly released_at: number | null;
  readonly first_seen_at: number;
}

export interface DocumentsTable {
  readonly name: string;
  readonly text: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly read_at: number;
}

export interface LeasesTable {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
  readonly ends_at: number;
}

export interface RequestKeysTable {
  readonly request_key: string;
  readonly ends_at: number;
}

export interface FeedbackTable {
  readonly entry: string;
  readonly helped: number;
  readonly failed: number;
}

export interface InstallationsTable {
  readonly id: string;
  readonly installation: string;
}

export interface TreeNotesTable {
  readonly tree: string;
  readonly note: string;
  readonly link: string;
  readonly checked_at: number;
  readonly keeper: string;
}
