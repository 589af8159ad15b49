/** The snippets on disk: programs in `content/snippets`, transcripts beside them, recordings in a cache. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatTranscript } from '../analysis/transcript.ts';
import { engineFolder } from '../simulator/build/engine-folder.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { Trace } from '../trace/schema.ts';

const ROOT = new URL('../../', import.meta.url);
const SNIPPETS = new URL('content/snippets/', ROOT);
const RECORDINGS = new URL('.cache/recordings/', ROOT);

/** All snippets by name, `chapter/name`, in alphabetical order. */
export async function snippetNames(): Promise<string[]> {
  const entries = await readdir(SNIPPETS, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('.py'))
    .map((entry) => entry.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort();
}

export function readSource(name: string): Promise<string> {
  return readFile(new URL(`${name}.py`, SNIPPETS), 'utf8');
}

/** The recorded transcript; empty where none was recorded yet. */
export function readTranscript(name: string): Promise<string> {
  return readFile(new URL(`${name}.out`, SNIPPETS), 'utf8').catch(() => '');
}

export async function writeTranscript(name: string, trace: Trace): Promise<void> {
  await writeFile(new URL(`${name}.out`, SNIPPETS), formatTranscript(trace));
}

/** The recording of a snippet as it is now: from the cache, or by a run. */
export async function recordSnippet(name: string, simulator: Simulator): Promise<Trace> {
  return recordProgram(name, await readSource(name), simulator);
}

/** @param name under which the recording is kept, in place of an older one. */
export async function recordProgram(
  name: string,
  source: string,
  simulator: Simulator,
): Promise<Trace> {
  const key = await recordingKey(source);
  const file = new URL(`${name}.json`, RECORDINGS);
  const cached = await readFile(file, 'utf8').then(JSON.parse, () => null);
  if (cached?.key === key) return cached.trace;

  const trace = await simulator.run({ source }).finished;
  // What a slow machine has cut short is not what the program does.
  const { outcome } = trace;
  if (outcome.kind === 'limited' && outcome.limit === 'real-time') return trace;
  await mkdir(dirname(fileURLToPath(file)), { recursive: true });
  await writeFile(file, `${JSON.stringify({ key, trace })}\n`);
  return trace;
}

/** A recording is as old as its program, the engine that ran it, and what recorded it. */
async function recordingKey(source: string): Promise<string> {
  recorder ??= recorderKey();
  const hash = createHash('sha256').update(await recorder);
  return hash.update(source).digest('hex').slice(0, 16);
}

let recorder: Promise<string> | null = null;

/** Changes with the packed engine, with the host's half of the simulator and with the trace. */
async function recorderKey(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(new URL('manifest.json', engineFolder())));
  for (const folder of [new URL('src/simulator/', ROOT), new URL('src/trace/', ROOT)]) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((each) => /(?<!\.test)\.ts$/.test(each)).sort()) {
      hash.update(await readFile(new URL(name, folder)));
    }
  }
  return hash.digest('hex');
}
