/** Errors that end a program before it does anything, and that the reader can do something about. */
import type { Analysis } from '../../analysis/analysis.ts';
import { functionAt } from '../../analysis/function-at.ts';
import type { Location, UncaughtError } from '../../trace/schema.ts';
import { type Fact, fact } from '../fact.ts';
import { lineAt } from '../source.ts';
import { type MissingName, missingName } from './missing-name.ts';

/** The program imports what is not there. */
export interface MissingPackage extends Fact {
  readonly kind: 'missing-package';
  readonly package: string;
  readonly location: Location | null;
  /** What the program would do with it. */
  readonly use:
    | 'async-requests'
    | 'requests'
    | 'loop'
    | 'not-shipped'
    | 'refused'
    | 'stand-in'
    | 'unknown';
}

/** `await`, `async with` or `async for` where none may be. */
export interface AwaitOutside extends Fact {
  readonly kind: 'await-outside';
  readonly construct: 'await' | 'async with' | 'async for';
  readonly location: Location | null;
  /** The plain function that it stands in; null at the top level. */
  readonly function: string | null;
  /** The coroutine function that it calls; null where that is not plain to see. */
  readonly awaited: string | null;
}

/** An event loop is started where one runs, or is needed where none does. */
export interface LoopMisuse extends Fact {
  readonly kind: 'loop-misuse';
  readonly how: 'nested' | 'none';
  readonly location: Location | null;
  /** What is called there, `asyncio.create_task`; null where that is not plain to see. */
  readonly call: string | null;
}

type Advice = MissingPackage | MissingName | AwaitOutside | LoopMisuse;

export function advice(analysis: Analysis): Advice[] {
  const { clock, outcome } = analysis.trace;
  if (outcome.kind !== 'exited' || !outcome.error) return [];
  const { error } = outcome;
  // What there is on a reader's own machine, nobody knows here.
  const missing =
    clock === 'real' ? [] : [...missingPackage(analysis, error), ...missingName(analysis, error)];
  return [...missing, ...awaitOutside(analysis, error), ...loopMisuse(analysis, error)];
}

function missingPackage(
  analysis: Analysis,
  { type, message, location }: UncaughtError,
): MissingPackage[] {
  const name =
    type === 'ModuleNotFoundError' ? /^No module named '([^']+)'/.exec(message)?.[1] : null;
  if (!name) return [];
  const use = NOT_SHIPPED.test(message)
    ? 'not-shipped'
    : REFUSED.test(message)
      ? 'refused'
      : STAND_IN.test(message)
        ? 'stand-in'
        : undefined;
  const [top = name] = name.split('.');
  const about = fact({ events: [], fromNs: analysis.trace.endedNs, locations: [location] });
  return [
    {
      kind: 'missing-package',
      ...about,
      package: use === 'stand-in' ? name : top,
      location,
      use: use ?? USES[top] ?? 'unknown',
    },
  ];
}

/** What `python/_loopscope/isolation.py` says of modules that it has not got. */
const NOT_SHIPPED = /: this part of the standard library is not shipped/;
const REFUSED = /: programs here cannot reach/;

/** What `python/_loopscope/library.py` says of modules that the library has, and its stand-in has not. */
const STAND_IN = /: \w+ is a stand-in/;

const USES: { readonly [name: string]: MissingPackage['use'] } = {
  aiofiles: 'async-requests',
  asyncpg: 'async-requests',
  websockets: 'async-requests',
  redis: 'async-requests',
  aiomysql: 'async-requests',
  aiosqlite: 'async-requests',
  urllib3: 'requests',
  psycopg2: 'requests',
  pymongo: 'requests',
  uvloop: 'loop',
};

const OUTSIDE = /^'(await|async with|async for)' outside (?:async )?function$/;
const COMPREHENSION = /^asynchronous comprehension outside of an asynchronous function$/;

function awaitOutside(
  analysis: Analysis,
  { type, message, location }: UncaughtError,
): AwaitOutside[] {
  if (type !== 'SyntaxError') return [];
  const line = lineAt(analysis, location);
  const inComprehension = /\basync for\b/.test(line) ? 'async for' : 'await';
  const construct = COMPREHENSION.test(message) ? inComprehension : OUTSIDE.exec(message)?.[1];
  if (!construct) return [];
  return [
    {
      kind: 'await-outside',
      ...fact({ events: [], fromNs: analysis.trace.endedNs, locations: [location] }),
      construct: construct as AwaitOutside['construct'],
      location,
      function: functionAt(analysis, location)?.split('.').at(-1) ?? null,
      awaited: /\bawait\s+([A-Za-z_][\w.]*)\(/.exec(line)?.[1] ?? null,
    },
  ];
}

const NESTED =
  /cannot be called from a running event loop$|^This event loop is already running$|while another loop is running$/;
const NONE = /^no running event loop$|^There is no current event loop/;

function loopMisuse(analysis: Analysis, { type, message, location }: UncaughtError): LoopMisuse[] {
  const how = NESTED.test(message) ? 'nested' : NONE.test(message) ? 'none' : null;
  if (type !== 'RuntimeError' || how === null) return [];
  const calls = lineAt(analysis, location).match(/[\w.]+(?=\()/g) ?? [];
  return [
    {
      kind: 'loop-misuse',
      ...fact({ events: [], fromNs: analysis.trace.endedNs, locations: [location] }),
      how,
      location,
      call: calls.find((call) => OF_LOOPS.test(call)) ?? null,
    },
  ];
}

const OF_LOOPS = /\b(?:asyncio\.\w+|\w+\.(?:run|run_until_complete|run_forever|create_task))$/;
