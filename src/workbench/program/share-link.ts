/**
 * A program in the fragment of a link, which browsers send to no server: `#p1.` and then JSON,
 * deflated, in base64url. Whoever reads one must expect anything: a stranger may have written it.
 */
import { isLate, type Late } from '../../simulator/schedule.ts';
import type { WhatIf } from '../../simulator/what-if.ts';
import { type PackedWhatIf, packWhatIf, unpackWhatIf } from '../what-if/share-what-if.ts';
import {
  MAX_SEED,
  MAX_SOURCE_BYTES,
  type PlaygroundProgram,
  parseSeed,
  tidyName,
  tidySource,
} from './playground-program.ts';

export type SharedFragment =
  /** The fragment is not about a program at all. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'program';
      readonly program: PlaygroundProgram;
      /** Where the playhead of its run is to stand; null where it is not to be run at once. */
      readonly moment: SharedMoment | null;
      /** What is changed of its runs; null for nothing. */
      readonly whatIf: WhatIf | null;
      /** What is late in the order that it is to run in; null for the usual one. */
      readonly late: readonly Late[] | null;
    }
  /** It should have been a program; the message is for the reader. */
  | { readonly kind: 'broken'; readonly message: string };

/** A position of the playhead in the run of a program: a stranger's, and so perhaps beyond its end. */
export interface SharedMoment {
  /** -1 before the first. */
  readonly step: number;
  readonly atNs: number;
}

export type EncodedShare =
  | { readonly fragment: string; readonly problem: null }
  | { readonly problem: string };

const VERSION = 1;

/** Browsers take longer ones, but what carries links from one reader to another does not. */
export const MAX_FRAGMENT_CHARS = 32_000;

const MAX_ARGS_CHARS = 2_000;
/** JSON may write one character of the source as six. */
const MAX_JSON_BYTES = 2 * MAX_SOURCE_BYTES;

const ADVICE = 'Ask for the link again, or for the program as a file.';

/** The keys are short because they travel with each link. */
interface Payload {
  readonly n?: string;
  readonly s: string;
  readonly a?: string;
  readonly r?: number;
  /** Step and time of the playhead. */
  readonly m?: readonly [step: number, atNs: number];
  /** What is changed of its runs. */
  readonly w?: PackedWhatIf;
  /** What is late. */
  readonly l?: readonly PackedLate[];
}

/** Which choice, and by how much; or at which look a thread is interrupted, by how much, and 1. */
type PackedLate =
  | readonly [number: number, byNs: number]
  | readonly [look: number, byNs: number, isInterruption: 1];

/** What a link may say beside the program itself. */
export interface SharedBeside {
  /** Where the run is to be opened. Default: at no place of its own. */
  readonly moment?: SharedMoment | null;
  /** What is changed of the run. Default: nothing. */
  readonly whatIf?: WhatIf | null;
  /** What is late in the order that it is to run in. Default: the usual one. */
  readonly late?: readonly Late[] | null;
}

export async function encodeShare(
  program: PlaygroundProgram,
  { moment = null, whatIf = null, late = null }: SharedBeside = {},
): Promise<EncodedShare> {
  const seed = parseSeed(program.seed);
  if (seed === null) {
    return { problem: `The seed must be a whole number from 0 to ${MAX_SEED}.` };
  }
  const changed = whatIf && packWhatIf(whatIf);
  const payload: Payload = {
    ...(program.name === 'main.py' ? {} : { n: program.name }),
    s: program.source,
    ...(program.args.trim() === '' ? {} : { a: program.args.trim() }),
    ...(seed === 0 ? {} : { r: seed }),
    ...(moment === null ? {} : { m: [moment.step, moment.atNs] }),
    ...(changed === null ? {} : { w: changed }),
    ...(late === null || late.length === 0 ? {} : { l: late.map(packLate) }),
  };
  const json = new TextEncoder().encode(JSON.stringify(payload));
  const packed = await transform(json, new CompressionStream('deflate-raw'), MAX_JSON_BYTES);
  const fragment = `#p${VERSION}.${packed ? toBase64Url(packed) : ''}`;
  if (!packed || json.length > MAX_JSON_BYTES || fragment.length > MAX_FRAGMENT_CHARS) {
    const limit = MAX_FRAGMENT_CHARS.toLocaleString('en-GB');
    return {
      problem: `This program is too long for a link, which may have ${limit} characters. Save it and share the file instead.`,
    };
  }
  if (late && late.length > MOST_LATE) {
    return { problem: `More than ${MOST_LATE} things are late, too many for a link.` };
  }
  if (program.args.length > MAX_ARGS_CHARS) {
    return {
      problem: `The arguments are too long for a link: more than ${MAX_ARGS_CHARS} characters.`,
    };
  }
  return { fragment, problem: null };
}

/** The run in a program's fragment, as share-trace.ts packs it; null where there is none. */
export function packedRunIn(hash: string): string | null {
  return /^#p\d+\.[^.]+\.([\w-]+)$/.exec(hash)?.[1] ?? null;
}

/** Rejects never. */
export async function decodeShare(hash: string): Promise<SharedFragment> {
  // What follows a second dot is a run of the program: see share-trace.ts.
  const match = /^#p(\d+)(?:\.([^.]*)(?:\..*)?)?$/s.exec(hash);
  if (!match) return { kind: 'none' };
  const [, version, data = ''] = match;
  if (Number(version) !== VERSION) {
    return broken(
      `expected a link of version ${VERSION}, found version ${version?.slice(0, 9)}. Reload the page, in case it is out of date.`,
    );
  }
  if (hash.length > MAX_FRAGMENT_CHARS) {
    return broken(`expected at most ${MAX_FRAGMENT_CHARS} characters, found ${hash.length}.`);
  }
  try {
    const bytes = await transform(
      fromBase64Url(data),
      new DecompressionStream('deflate-raw'),
      MAX_JSON_BYTES,
    );
    if (!bytes) return broken('it unpacks to more than any program that this page opens.');
    return readPayload(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return broken(`it is damaged, or part of it is missing. ${ADVICE}`);
  }
}

function readPayload(value: unknown): SharedFragment {
  const {
    n = 'main.py',
    s,
    a = '',
    r = 0,
    m = null,
    w = null,
    l = null,
  } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isSeed = typeof r === 'number' && Number.isInteger(r) && r >= 0 && r <= MAX_SEED;
  const moment = readMoment(m);
  const whatIf = unpackWhatIf(w);
  const late = readLate(l);
  if (
    typeof n !== 'string' ||
    typeof s !== 'string' ||
    typeof a !== 'string' ||
    !isSeed ||
    moment === undefined ||
    late === undefined
  ) {
    return broken(`expected a program in it, found something else. ${ADVICE}`);
  }
  if (whatIf === undefined) {
    return broken(
      `expected lengths of waits, of at most a day, and a latency in it, found something else. ${ADVICE}`,
    );
  }
  if (new TextEncoder().encode(s).length > MAX_SOURCE_BYTES || a.length > MAX_ARGS_CHARS) {
    return broken('the program in it is longer than any that this page opens.');
  }
  const program = {
    name: tidyName(n),
    source: tidySource(s),
    args: a.replace(/\s+/g, ' '),
    seed: String(r),
  };
  return { kind: 'program', program, moment, whatIf, late };
}

/** Undefined where it is something else. */
function readMoment(value: unknown): SharedMoment | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [step, atNs] = value as unknown[];
  const isStep = typeof step === 'number' && Number.isSafeInteger(step) && step >= -1;
  const isTime = typeof atNs === 'number' && Number.isSafeInteger(atNs) && atNs >= 0;
  return isStep && isTime ? { step, atNs } : undefined;
}

function packLate(late: Late): PackedLate {
  return 'look' in late ? [late.look, late.byNs, 1] : [late.number, late.byNs];
}

/** More than what an order that breaks a program needs. */
const MOST_LATE = 1_000;

/** Undefined where it is something else. */
function readLate(value: unknown): readonly Late[] | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_LATE) return undefined;
  const late = value.map((pair: unknown) => {
    const [at, byNs, ...rest] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (rest.length === 0) return { number: at, byNs };
    return rest.length === 1 && rest[0] === 1 ? { look: at, byNs } : null;
  });
  return late.every(isLate) ? late : undefined;
}

function broken(reason: string): SharedFragment {
  return { kind: 'broken', message: `This link cannot be opened: ${reason}` };
}

/**
 * Passes bytes through a stream, but only while no more than `maxBytes` come out of it: a few
 * kilobytes can unpack to gigabytes. Null where more would come.
 */
export async function transform(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws where a character is none of base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new Error('expected base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
