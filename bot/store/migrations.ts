/**
 * How an empty database becomes ours, step by step. One set for SQLite and Postgres, so only what both understand.
 *
 * Append-only: a database remembers what it was made by, and a step that was changed afterwards would leave old
 * databases unlike new ones. What has to change is changed by a new step at the end.
 */

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  {
    name: 'subscriptions',
    statements: [
      `create table subscriptions (
        id text not null primary key,
        platform text not null,
        workspace text not null,
        channel text not null,
        job text not null,
        schedule text not null,
        template text,
        added_at bigint not null,
        paused_until bigint,
        next_at bigint
      )`,
      'create index subscriptions_place on subscriptions (platform, workspace, channel)',
      'create index subscriptions_job on subscriptions (job, id)',
      'create index subscriptions_next on subscriptions (next_at, id) where next_at is not null',
    ],
  },
  {
    name: 'deliveries',
    statements: [
      `create table deliveries (
        subscription text not null references subscriptions (id) on delete cascade,
        job text not null,
        occurrence text not null,
        due_at bigint not null,
        state text not null,
        claimable_at bigint,
        fence bigint not null,
        attempts integer not null,
        sending_at bigint,
        finished_at bigint,
        message_id text,
        reason text,
        primary key (subscription, job, occurrence)
      )`,
      'create index deliveries_claimable on deliveries (claimable_at) where claimable_at is not null',
      'create index deliveries_finished on deliveries (finished_at) where finished_at is not null',
    ],
  },
  {
    name: 'releases and documents',
    statements: [
      `create table releases (
        version text not null primary key,
        released_at bigint,
        first_seen_at bigint not null
      )`,
      `create table documents (
        name text not null primary key,
        text text not null,
        etag text,
        last_modified text,
        read_at bigint not null
      )`,
    ],
  },
  {
    name: 'leases and request keys',
    statements: [
      `create table leases (
        name text not null primary key,
        holder text not null,
        fence bigint not null,
        ends_at bigint not null
      )`,
      `create table request_keys (
        request_key text not null primary key,
        ends_at bigint not null
      )`,
      'create index request_keys_end on request_keys (ends_at)',
    ],
  },
  {
    name: 'feedback, installations and notes on trees',
    statements: [
      `create table feedback (
        entry text not null primary key,
        helped bigint not null,
        failed bigint not null
      )`,
      `create table installations (
        id text not null primary key,
        installation text not null
      )`,
      `create table tree_notes (
        tree text not null primary key,
        note text not null,
        link text not null,
        checked_at bigint not null,
        keeper text not null
      )`,
    ],
  },
];
