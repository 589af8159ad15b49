/** What `simulate` is asked for on its command line. */
import { parseArgs } from 'node:util';
import type { Break } from '../explore/outcomes.ts';
import type { Schedule } from '../simulator/schedule.ts';
import { DEFAULT_LIMITS } from '../simulator/simulator.ts';
import { parseBreaks, parseOrders } from './explore-orders.ts';
import { readSchedule } from './schedule-file.ts';

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
  --fail-on WHAT   what counts as broken: exception, status, deadlock (or no end), output
                   (another than usual); by default the first three

With --explore, the exit status is 1 where an order breaks the program. Else it is the program's own;
124 where the run was ended before the program was (it came to the time of --until, as under
timeout(1), or to a limit; or it serves and no client comes), 125 on a deadlock.
`;

export interface SimulateRequest {
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

/** @throws {Error} says what was expected. */
export async function parseRequest(argv: readonly string[]): Promise<SimulateRequest> {
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
