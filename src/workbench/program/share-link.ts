/**
 * A program in the fragment of a link, which browsers send to no server: `#p1.` and then JSON,
 * deflated, in base64url. Whoever reads one must expect anything: a stranger may have written it.
 */
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
}

/** What a link may say beside the program itself. */
export interface SharedBeside {
  /** Where the run is to be opened. Default: at no place of its own. */
  readonly moment?: SharedMoment | null;
  /** What is changed of the run. Default: nothing. */
  readonly whatIf?: WhatIf | null;
}

export async function encodeShare(
  program: PlaygroundProgram,
  { moment = null, whatIf = null }: SharedBeside = {},
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
  } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isSeed = typeof r === 'number' && Number.isInteger(r) && r >= 0 && r <= MAX_SEED;
  const moment = readMoment(m);
  const whatIf = unpackWhatIf(w);
  if (
    typeof n !== 'string' ||
    typeof s !== 'string' ||
    typeof a !== 'string' ||
    !isSeed ||
    moment === undefined
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
  return { kind: 'program', program, moment, whatIf };
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
