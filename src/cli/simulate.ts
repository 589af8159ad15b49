/**
 * `simulate [--timings] [--json] [--explain] [--until SECONDS] [--schedule …] FILE.py`: runs a program in the
 * simulator, as `python FILE.py` would run it. `-` reads the program from standard input.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { goesOn } from '../analysis/goes-on.ts';
import { formatStamp } from '../analysis/transcript.ts';
import type { Break } from '../explore/outcomes.ts';
import { decodeSource } from '../simulator/decode-source.ts';
import { createNodeSimulator } from '../simulator/hosts/node.ts';
import type { Schedule } from '../simulator/schedule.ts';
import { DEFAULT_LIMITS, type Simulator } from '../simulator/simulator.ts';
import type { EventOf, Outcome, TraceEvent } from '../trace/schema.ts';
import { explain, LiveExplainer, lastWords } from './explain.ts';
import { exploreOrders, parseBreaks, parseOrders } from './explore-orders.ts';
import { type FilesBeside, filesBeside } from './files-beside.ts';
import { readPackages } from './packages.ts';
import { readSchedule } from './schedule-file.ts';

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

export const USAGE = `usage: simulate [--timings] [--json] [--explain] [--until SECONDS] [--seed N]
                [--schedule seed:N|FILE] [--package FILE.whl]... FILE.py [ARGUMENT...]
       simulate --explore N [--fail-on WHAT,...] [--seed N] [--package FILE.whl]...
                FILE.py [ARGUMENT...]

Runs FILE.py (or standard input, where FILE is -) under virtual time. It can import the modules that
lie beside it, and read the files there that it names; what comes on standard input is there for
it from the start.
  --timings        put the virtual time in seconds before each line of stdout
  --json           print the trace instead of the program's output
  --explain        say on stderr how the run went and what is worth knowing of it
  --until SECONDS  end the run when the program's clock has come so far, if it has not ended before
  --seed N         seed of the random module (default 0)
  --schedule WHAT  have timers, answers and threads come late: at random from a seed (seed:7), or
                   as FILE says, which is what --json printed or {"late": [{"number": 3, "byNs": 1000}]}
  --package FILE   a wheel of Python alone that the program can import; once for each
  --explore N      try N orders that asyncio leaves open, and say which one breaks the program; the
                   schedule goes to a file that --schedule replays
  --fail-on WHAT   what counts as broken: exception, status, deadlock, output (another than usual);
                   by default the first three

With --explore, the exit status is 1 where an order breaks the program. Else it is the program's own; 124 where the run was ended before the program was
(it came to the time of --until, as under timeout(1), or to a limit; or it serves and no client
comes), 125 on a deadlock.
`;

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
  let request: Request;
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

interface Request {
  readonly file: string;
  readonly args: readonly string[];
  readonly json: boolean;
  readonly timings: boolean;
  readonly explains: boolean;
  readonly seed: number;
  /** When to end the run; null to let it go on. */
  readonly untilNs: number | null;
  readonly schedule: Schedule;
  /** How many orders to try; null to run it once. */
  readonly orders: number | null;
  readonly breaks: readonly Break[];
  /** Paths of wheels. */
  readonly packages: readonly string[];
}

/** Options that have a value, which is not the file. */
const VALUED: ReadonlySet<string | undefined> = new Set([
  '--seed',
  '--until',
  '--schedule',
  '--explore',
  '--fail-on',
  '--package',
]);

async function parseRequest(argv: readonly string[]): Promise<Request> {
  // What follows the file belongs to the program, dashes and all.
  const fileAt = argv.findIndex(
    (word, at) => (word === '-' || !word.startsWith('-')) && !VALUED.has(argv[at - 1]),
  );
  const file = argv[fileAt];
  if (file === undefined) throw new Error('expected a Python file, found none');
  const { values } = parseArgs({
    args: argv.slice(0, fileAt),
    options: {
      json: { type: 'boolean', default: false },
      timings: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      seed: { type: 'string', default: '0' },
      until: { type: 'string' },
      schedule: { type: 'string' },
      explore: { type: 'string' },
      'fail-on': { type: 'string' },
      package: { type: 'string', multiple: true },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed))
    throw new Error(`expected a whole number after --seed, found ${values.seed}`);
  const { json, timings, explain: explains } = values;
  const untilNs = values.until === undefined ? null : nsOf(values.until);
  const schedule: Schedule =
    values.schedule === undefined ? { policy: 'fifo' } : await readSchedule(values.schedule);
  const orders = values.explore === undefined ? null : parseOrders(values.explore);
  if (orders === null && values['fail-on'] !== undefined) {
    throw new Error('expected --explore N with --fail-on');
  }
  const breaks = parseBreaks(values['fail-on']);
  const programArgs = argv.slice(fileAt + 1);
  return {
    file,
    args: programArgs,
    json,
    timings,
    explains,
    seed,
    untilNs,
    schedule,
    orders,
    breaks,
    packages: values.package ?? [],
  };
}

/** `"2.5"` gives 2,500,000,000. */
function nsOf(seconds: string): number {
  const ns = Math.round(Number(seconds) * 1e9);
  if (seconds.trim() !== '' && ns > 0 && ns <= DEFAULT_LIMITS.virtualTimeNs) return ns;
  throw new Error(`expected seconds above 0, at most thirty days, after --until, found ${seconds}`);
}

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
