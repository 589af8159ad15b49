/** What holds of every recording, whatever the program. */
import { spawn, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { transcriptLines } from '../../src/analysis/transcript.ts';
import type { AgentId, Trace, TraceEvent } from '../../src/trace/schema.ts';
import { randomProgram } from './random-programs.ts';
import { runPython } from './run-python.ts';

/** Always the same programs, so that a failure can be had again. */
const SEED = 20260101;
const PROGRAMS = 40;

const runs = new Map<string, Promise<Trace>>();

/** Each program is run once for all the tests that look at it. */
function runOnce(source: string): Promise<Trace> {
  const run = runs.get(source) ?? runPython(source);
  runs.set(source, run);
  return run;
}

it('keeps its invariants', async () => {
  await fc.assert(
    fc.asyncProperty(randomProgram, async (source) => {
      const trace = await runOnce(source);
      expect(timesThatGoBack(trace)).toEqual([]);
      expect(overlappingTurns(trace)).toEqual([]);
      expect(gapsInLanes(trace)).toEqual([]);
      expect(endlessWaits(trace)).toEqual([]);
    }),
    { seed: SEED, numRuns: PROGRAMS },
  );
});

it('is the same for the same program', async () => {
  await fc.assert(
    fc.asyncProperty(randomProgram, async (source) => {
      expect(await runPython(source)).toEqual(await runOnce(source));
    }),
    { seed: SEED, numRuns: 10 },
  );
});

const python = nativePython();

it.skipIf(!python)('prints what native CPython prints in real time', async () => {
  const programs = fc.sample(randomProgram, { seed: SEED, numRuns: PROGRAMS });
  const recordings = await Promise.all(programs.map(runOnce));
  const clear = programs
    .map((source, index) => ({ source, trace: recordings[index] as Trace }))
    .filter(({ trace }) => trace.outcome.kind === 'exited' && hasOwnTimes(trace));
  expect(clear.length).toBeGreaterThan(10);
  const disputed: typeof clear = [];
  for (let from = 0; from < clear.length; from += AT_ONCE) {
    await Promise.all(
      clear.slice(from, from + AT_ONCE).map(async (each) => {
        if ((await runNatively(each.source)) !== printedIn(each.trace)) disputed.push(each);
      }),
    );
  }
  for (const { source, trace } of disputed) await agreesWithNative(source, trace);
});

/** They mostly sleep. */
const AT_ONCE = 8;
/** A busy machine may wake one late: then it is asked again, alone. */
const ATTEMPTS = 5;

async function agreesWithNative(source: string, trace: Trace) {
  const printed = printedIn(trace);
  let native = '';
  for (let attempt = 0; attempt < ATTEMPTS && native !== printed; attempt += 1) {
    native = await runNatively(source);
  }
  expect(printed, source).toBe(native);
}

function printedIn({ events }: Trace): string {
  return events
    .map((event) => (event.kind === 'output' && event.stream === 'stdout' ? event.text : ''))
    .join('');
}

function timesThatGoBack({ events }: Trace): TraceEvent[] {
  return events.filter((event, index) => event.atNs < (events[index - 1]?.atNs ?? 0));
}

/** The loop runs one thing at a time: a turn ends before the next one begins. */
function overlappingTurns({ events }: Trace): string[] {
  const faults: string[] = [];
  let turn: string | null = null;
  for (const event of events) {
    if (event.kind === 'step-began' || event.kind === 'callback-began') {
      const began =
        event.kind === 'step-began' ? `task ${event.task}` : `callback ${event.callback}`;
      if (turn) faults.push(`${began} began at ${event.atNs} while ${turn} ran`);
      turn = began;
    } else if (event.kind === 'step-ended' || event.kind === 'callback-ended') {
      const ended =
        event.kind === 'step-ended' ? `task ${event.task}` : `callback ${event.callback}`;
      if (turn !== ended) faults.push(`${ended} ended at ${event.atNs} while ${turn} ran`);
      turn = null;
    }
  }
  return faults;
}

/** A task's segments cover its life, from its creation to its end, each beginning where one ended. */
function gapsInLanes(trace: Trace): string[] {
  return analysisOf(trace)
    .lanes.filter(({ kind }) => kind === 'task')
    .flatMap(({ label, createdNs, segments, finish }) => {
      const endNs = finish?.atNs ?? trace.endedNs;
      const edges = [createdNs, ...segments.flatMap(({ fromNs, toNs }) => [fromNs, toNs]), endNs];
      const paired = edges.every((edge, index) => index % 2 === 1 || edge === edges[index + 1]);
      const ordered = segments.every(({ fromNs, toNs }) => fromNs <= toNs);
      return paired && ordered ? [] : [`${label}: ${edges.join(' ')}`];
    });
}

/** Every task ends, or it is known what it waits for. */
function endlessWaits(trace: Trace): string[] {
  const { lanes, ending } = analysisOf(trace);
  const isExplained = (task: AgentId) =>
    trace.outcome.kind === 'deadlocked' &&
    ending.some(({ agent, waitsOn }) => agent === task && waitsOn !== null);
  return lanes
    .filter(({ kind, task, finish }) => kind === 'task' && !finish && !isExplained(task))
    .map(({ name }) => name);
}

/**
 * No two tasks print so close after one another that a real clock might mix them up. At the very
 * same moment they do so only because one woke the other, or in the order of their deadlines.
 */
function hasOwnTimes(trace: Trace): boolean {
  const CLOSE_NS = 8_000_000;
  const lines = transcriptLines(trace.events);
  return lines.every((line, index) => {
    const sinceNs = line.atNs - (lines[index - 1]?.atNs ?? line.atNs);
    return sinceNs === 0 || sinceNs > CLOSE_NS;
  });
}

/** Null where the machine has none that knows `asyncio.timeout`. */
function nativePython(): string | null {
  const check = ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'];
  if (spawnSync('python3', check).status === 0) return 'python3';
  console.warn('random programs: no python3 of 3.11 or later here to compare with');
  return null;
}

function runNatively(source: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(String(python), ['-u', '-c', source]);
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', reject).on('close', () => resolve(printed));
  });
}
