/**
 * The run of a program, to travel in its link: the trace in its compact form, deflated, without the
 * program, which is in the link already. Whoever reads one must expect anything.
 */
import { decodeTrace, type EncodedTrace, encodeTrace } from '../../trace/codec.ts';
import type { Trace } from '../../trace/schema.ts';
import type { PlaygroundProgram } from './playground-program.ts';
import { type EncodedShare, fromBase64Url, toBase64Url, transform } from './share-link.ts';

/** More than what fits into a link comes to, unpacked. */
const MOST_BYTES = 1_000_000;

const LONGEST_WITH_RUN = 6_000;

/** The link with a run in it, where it stays short enough to be sent. */
export async function withRun(made: EncodedShare, trace: Trace | null): Promise<EncodedShare> {
  if (made.problem !== null || !trace) return made;
  const packed = await packRun(trace);
  const fragment = `${made.fragment}.${packed}`;
  return packed === null || fragment.length > LONGEST_WITH_RUN ? made : { ...made, fragment };
}

/** Null where it is longer than any link, or not for others. */
export async function packRun(trace: Trace): Promise<string | null> {
  if (!isForOthers(trace)) return null;
  const { program: _, events, ...rest } = encodeTrace(trace);
  // Typed arrays become objects in JSON.
  const plain = { ...rest, events: { numbers: Array.from(events.numbers), texts: events.texts } };
  const json = new TextEncoder().encode(JSON.stringify(plain));
  if (json.length > MOST_BYTES) return null;
  const packed = await transform(json, new CompressionStream('deflate-raw'), MOST_BYTES);
  return packed && toBase64Url(packed);
}

/** Null where it is no trace: then there is still the program. Rejects never. */
export async function unpackRun(packed: string, program: PlaygroundProgram): Promise<Trace | null> {
  try {
    const inflate = new DecompressionStream('deflate-raw');
    const bytes = await transform(fromBase64Url(packed), inflate, MOST_BYTES);
    if (!bytes) return null;
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const { name, source, seed } = program;
    const encoded = { ...(value as EncodedTrace), program: { name, source, seed: Number(seed) } };
    const trace = decodeTrace(encoded);
    return isForOthers(trace) ? trace : null;
  } catch {
    return null;
  }
}

/** Of a run that its reader stopped, or at which this site failed, nobody else can be told so. */
function isForOthers({ outcome }: Trace): boolean {
  return outcome.kind !== 'stopped' && outcome.kind !== 'crashed';
}
