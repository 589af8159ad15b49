/**
 * What the fields of a trace's events can hold: for each type of field its TypeScript type and its
 * bounds. The encoding, the validation and the JSON Schema know these types and no others.
 */

/** A place in one of the program's files. */
export interface Location {
  /** 0 is the file that was run; others are introduced by `file-seen`. */
  readonly file: FileId;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Who acts: `0` is the program's main thread with its top level and its plain callbacks; tasks,
 * threads and child processes are numbered from 1 in the order of their creation.
 */
export type AgentId = number;

/** The agent that stands for module-level code and plain callbacks on the main thread. */
export const MAIN_AGENT: AgentId = 0;

/** Files of the program; 0 is the one that was run. */
export type FileId = number;
/** Event loops, numbered from 1 in the order in which they first ran. */
export type LoopId = number;
/** Locks, queues, futures, pools and their kin, numbered from 1 in the order of their first use. */
export type PrimitiveId = number;
/** Callbacks that the program gave to a loop, numbered from 1. */
export type CallbackId = number;
/** Time limits (`timeout`, `wait_for`), numbered from 1. */
export type LimitId = number;
/** Pieces of work given to an executor, numbered from 1. */
export type JobId = number;
/** Streams of bytes in one direction: pipes, and each half of a connection. Numbered from 1. */
export type ChannelId = number;
/** Listening sockets, numbered from 1. */
export type ServerId = number;

/** The families of numbers; each counts by itself. */
export type IdFamily =
  | 'agent'
  | 'file'
  | 'loop'
  | 'primitive'
  | 'callback'
  | 'limit'
  | 'job'
  | 'channel'
  | 'server';

/** Whether a number may be one that was not there before: then it is the next of its family. */
export type Introduction = 'never' | 'always' | 'first-time';

export type FieldType =
  | { readonly type: 'id'; readonly family: IdFamily; readonly introduces: Introduction }
  /** Virtual or real nanoseconds since the program began. */
  | { readonly type: 'ns' }
  /** A whole number from 0. */
  | { readonly type: 'count' }
  /** An exit status: negative where a signal ended the process. */
  | { readonly type: 'status' }
  | { readonly type: 'flag' }
  | { readonly type: 'text'; readonly longest: number }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'location' }
  | { readonly type: 'agents' }
  /** An object of optional fields, each of a type of its own. */
  | { readonly type: 'wait' }
  /** One of {@link PRIMITIVE_STATES}. */
  | { readonly type: 'state' };

/** A field of an event; `T` is the type of its value. */
export interface Field<T = unknown> {
  readonly of: FieldType;
  readonly isNullable: boolean;
  /** What it means. */
  readonly about: string;
  /** Never there; carries the type. */
  readonly value?: T;
}

export type Fields = { readonly [name: string]: Field };

/** The object that fields describe. */
export type Described<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** Names and short texts. A writer shortens what is longer. */
export const LONGEST_TEXT = 1_000;
/** What a program prints, and sources of files. */
export const LONGEST_PROSE = 4_000_000;
/** Ends of times past this are no longer exact in a double. */
export const LATEST_NS = Number.MAX_SAFE_INTEGER;
export const MOST_LINES = 2 ** 20;
export const MOST_FILES = 1_000;
/** A list names so many at the most; see {@link agents}. */
export const MOST_LISTED = 64;

function field<T>(of: FieldType, about: string): Field<T> {
  return { of, isNullable: false, about };
}

export const orNull = <T>(of: Field<T>): Field<T | null> => ({ ...of, isNullable: true }) as never;

const idOf = (family: IdFamily) => (about: string) =>
  field<number>({ type: 'id', family, introduces: 'never' }, about);

export const agent = idOf('agent');
export const loop = idOf('loop');
export const primitive = idOf('primitive');
export const callback = idOf('callback');
export const limit = idOf('limit');
export const job = idOf('job');
export const channel = idOf('channel');
export const server = idOf('server');

/** The number of something that this event introduces: the next one of its family. */
export const fresh = (family: IdFamily, about: string): Field<number> =>
  field({ type: 'id', family, introduces: 'always' }, about);
/** The same, or one that was introduced before. */
export const freshOrKnown = (family: IdFamily, about: string): Field<number> =>
  field({ type: 'id', family, introduces: 'first-time' }, about);

export const ns = (about: string): Field<number> => field({ type: 'ns' }, about);
export const count = (about: string): Field<number> => field({ type: 'count' }, about);
export const status = (about: string): Field<number> => field({ type: 'status' }, about);
export const flag = (about: string): Field<boolean> => field({ type: 'flag' }, about);
export const text = (about: string): Field<string> =>
  field({ type: 'text', longest: LONGEST_TEXT }, about);
export const prose = (about: string): Field<string> =>
  field({ type: 'text', longest: LONGEST_PROSE }, about);
export const location = (about: string): Field<Location> => field({ type: 'location' }, about);
/** In order; of more than {@link MOST_LISTED} only the first. */
export const agents = (about: string): Field<readonly AgentId[]> =>
  field({ type: 'agents' }, about);
export const choice = <const C extends string>(choices: readonly C[], about: string): Field<C> =>
  field({ type: 'choice', choices }, about);
