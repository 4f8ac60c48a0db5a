/**
 * What the loopback Discord remembers: people, guilds, channels, messages, interactions.
 *
 * Messages are kept whole, as their writer sees them; `seen.ts` takes away what a bot is not shown.
 */
import type {
  APIApplicationCommand,
  APIAttachment,
  APIMessage,
  APIUser,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';

/** Permissions granted and taken in one channel, for a role or a person (by id). */
export interface Overwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Member {
  readonly userId: string;
  /** Permissions of all the member's roles together. */
  readonly permissions: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly members: Map<string, Member>;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  /** Absent for direct messages. */
  readonly guildId?: string;
  /** The channel a thread hangs on. */
  readonly parentId?: string;
  readonly ownerId?: string;
  /** People of a direct message, the bot left out. */
  readonly recipientIds: readonly string[];
  readonly overwrites: Map<string, Overwrite>;
  /** In the order of writing. */
  readonly messages: APIMessage[];
  archived: boolean;
  locked: boolean;
}

/** The first answer of the bot to an interaction. */
export interface Callback {
  readonly type: InteractionResponseType;
  readonly data: unknown;
  /** After the interaction was sent, by the clock of this machine. */
  readonly tookMs: number;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly channelId: string;
  readonly userId: string;
  readonly createdAtMs: number;
  /** By `performance.now()`, for measuring. */
  readonly sentMs: number;
  /** The message a component stands on. */
  readonly sourceId?: string;
  /** A message command's target, which the bot sees in full. */
  readonly targetId?: string;
  readonly commandName?: string;
  callback?: Callback;
  /** The message of the first answer, or of the component. */
  originalId?: string;
  /** Until the first visible answer; later edits leave it. */
  answeredTookMs?: number;
  readonly followUpIds: string[];
}

export interface Command extends APIApplicationCommand {
  readonly description: string;
}

/** A file that was uploaded, or that a person attached. */
export interface Upload {
  readonly attachment: APIAttachment;
  readonly bytes: Buffer;
}

/** Something the bot sent that Discord forbids or this project's rules do. */
export interface Violation {
  /** Route as `POST /channels/:id/messages`, or `gateway`. */
  readonly where: string;
  readonly rule: string;
}

/** An event on its way to the clients that asked for its intent. */
export interface GatewayEvent {
  readonly name: string;
  /** Bit of the intent; 0 is sent to everybody. */
  readonly intent: number;
  readonly data: unknown;
}

export interface World {
  readonly now: () => number;
  readonly nextId: () => string;
  /** Base of the server, `http://127.0.0.1:PORT`. */
  readonly base: () => string;
  readonly bot: APIUser;
  readonly token: string;
  readonly users: Map<string, APIUser>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  /** By guild id, the global ones under `global`. */
  readonly commands: Map<string, Command[]>;
  /** Requests for files, and whose token they carried. */
  readonly downloads: {readonly id: string; readonly authorization: string | undefined}[];
  readonly uploads: Map<string, Upload>;
  readonly violations: Violation[];
  /** Tokens of interactions whose callback was taken while its answer was lost on the way. */
  readonly unheard: Set<string>;
  /** Of every message, by `performance.now()`. */
  readonly writtenMs: Map<string, number>;
  readonly dispatch: (event: GatewayEvent) => void;
  /** Wake those who wait for something to happen. */
  readonly changed: () => void;
}
