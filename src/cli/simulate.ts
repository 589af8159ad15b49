/**
 * `simulate [--timings] [--json] [--explain] [--until SECONDS] [--schedule …] FILE.py`: runs a program in the
 * simulator, as `python FILE.py` would run it. `-` reads the program from standard input.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { goesOn } from '../analysis/goes-on.ts';
import { formatStamp } from '../analysis/transcript.ts';
import { decodeSource } from '../simulator/decode-source.ts';
import { createNodeSimulator } from '../simulator/hosts/node.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { EventOf, Outcome, TraceEvent } from '../trace/schema.ts';
import { explain, LiveExplainer, lastWords } from './explain.ts';
import { exploreOrders } from './explore-orders.ts';
import { type FilesBeside, filesBeside } from './files-beside.ts';
import { readPackages } from './packages.ts';
import { parseRequest, type SimulateRequest, USAGE } from './simulate-request.ts';

/** Exit status where the program had none of its own; those of runs without an end as `timeout(1)` and docker use them. */
export const STATUS = {
  limited: 124,
  deadlocked: 125,
  serving: 124,
  crashed: 70,
  stopped: 130,
  running: 70,
  usage: 64,
  /** As python's, for a file that it can't read. */
  undecodable: 1,
} as const;

export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** @returns the exit status. */
export async function simulate(
  argv: readonly string[],
  { stdin, stdout, stderr }: Streams,
  simulator: Simulator = createNodeSimulator(),
): Promise<number> {
  const fail = (message: string) => {
    stderr.write(`simulate: ${message}\n\n${USAGE}`);
    return STATUS.usage;
  };
  let request: SimulateRequest;
  try {
    request = await parseRequest(argv);
  } catch (error) {
    return fail((error as Error).message);
  }
  const { file, args, json, seed, timings, explains, untilNs, schedule, orders, breaks } = request;
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await buffer(stdin) : await readFile(file);
  } catch (error) {
    return fail(`cannot read ${file}: ${(error as Error).message}`);
  }
  let source: string;
  try {
    source = decodeSource(bytes, file);
  } catch (error) {
    stderr.write(`${error}\n`);
    return STATUS.undecodable;
  }

  const printer = json ? null : createPrinter({ timings, stdout, stderr });
  const tell = (lines: readonly string[]) => {
    for (const line of lines) stderr.write(`${line}\n`);
  };
  const name = file === '-' ? 'main.py' : basename(file);
  let files: FilesBeside;
  let input = NO_INPUT;
  try {
    const beside = file === '-' ? {} : await filesBeside(dirname(file), name, source);
    if (file !== '-' && !stdin.isTTY && readsInput(source, beside)) input = await buffer(stdin);
    const packages = await readPackages(simulator, request.packages);
    tell(packages.notes);
    files = { ...packages.files, ...beside };
  } catch (error) {
    return fail((error as Error).message);
  }
  const live = json && !explains ? null : new LiveExplainer({ name, source, seed });
  const limits = untilNs === null ? {} : { virtualTimeNs: untilNs };
  if (orders !== null) {
    const program = { source, name, args, seed, files, stdin: input, limits };
    const say = (line: string) => tell([line]);
    const exit = await exploreOrders(
      simulator,
      { program, name, scheduleFile: scheduleFileOf(file), orders, breaks },
      say,
    );
    simulator.dispose();
    return exit;
  }
  const run = simulator.run(
    { source, name, args, seed, files, stdin: input, limits, schedule },
    (events) => {
      printer?.print(events);
      if (live) tell(live.add(events));
    },
  );
  const trace = await run.finished;
  simulator.dispose();
  if (json) stdout.write(`${JSON.stringify(trace)}\n`);
  if (explains) tell(explain(trace));
  else if (!json) tell(lastWords(trace));
  if (!json && untilNs === null && goesOn(trace.outcome)) tell([UNTIL]);
  return statusOf(trace.outcome);
}

const NO_INPUT = new Uint8Array();

/** Whether it may ask for it: to wait for the end of what nobody reads would be to wait for ever. */
function readsInput(source: string, files: FilesBeside): boolean {
  const modules = Object.entries(files).filter(([path]) => path.endsWith('.py'));
  const texts = [source, ...modules.map(([, bytes]) => new TextDecoder().decode(bytes))];
  return texts.some((text) => /\b(input|fileinput|stdin)\b/.test(text));
}

/** Beside the program. */
function scheduleFileOf(file: string): string {
  return `${file === '-' ? 'main' : file.replace(/\.py$/, '')}.schedule.json`;
}

const UNTIL = 'With --until SECONDS, a run ends when the program’s clock has come so far.';

function createPrinter({
  timings,
  stdout,
  stderr,
}: Pick<Streams, 'stdout' | 'stderr'> & { timings: boolean }) {
  let lineIsOpen = false;
  const stamped = ({ text, atNs }: EventOf<'output'>) => {
    const parts = text.split(/(?<=\n)/);
    return parts
      .map((part) => {
        const stamp = lineIsOpen ? '' : `${formatStamp(atNs)} `;
        lineIsOpen = !part.endsWith('\n');
        return stamp + part;
      })
      .join('');
  };
  return {
    print(events: readonly TraceEvent[]) {
      for (const event of events) {
        if (event.kind !== 'output') continue;
        if (event.stream === 'stderr') stderr.write(event.text);
        else stdout.write(timings ? stamped(event) : event.text);
      }
    },
  };
}

function statusOf(outcome: Outcome): number {
  return outcome.kind === 'exited' ? outcome.status : STATUS[outcome.kind];
}

if (import.meta.main) {
  const { stdin, stdout, stderr } = process;
  const simulator = createNodeSimulator();
  const stop = () => simulator.dispose();
  process.once('SIGINT', stop);
  // Whoever read the output has had enough, as `head` has.
  stdout.once('error', ({ code }: NodeJS.ErrnoException) => {
    stop();
    process.exit(code === 'EPIPE' ? 0 : STATUS.crashed);
  });
  process.exitCode = await simulate(process.argv.slice(2), { stdin, stdout, stderr }, simulator);
  process.off('SIGINT', stop);
}
