/** Errors that end a program before it does anything, and that the reader can do something about. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Location, UncaughtError } from '../../trace/schema.ts';
import { type Fact, fact } from '../fact.ts';
import { functionAt } from '../source.ts';

/** The program imports what is not there. */
export interface MissingPackage extends Fact {
  readonly kind: 'missing-package';
  readonly package: string;
  readonly location: Location | null;
  /** What the program would do with it. */
  readonly use: 'async-requests' | 'requests' | 'loop' | 'unknown';
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

export function advice(analysis: Analysis): (MissingPackage | AwaitOutside)[] {
  const { outcome } = analysis.trace;
  if (outcome.kind !== 'exited' || !outcome.error) return [];
  return [...missingPackage(analysis, outcome.error), ...awaitOutside(analysis, outcome.error)];
}

function missingPackage(
  analysis: Analysis,
  { type, message, location }: UncaughtError,
): MissingPackage[] {
  const name =
    type === 'ModuleNotFoundError' ? /^No module named '([^']+)'/.exec(message)?.[1] : null;
  if (!name) return [];
  const [top = name] = name.split('.');
  const about = fact({ events: [], fromNs: analysis.trace.endedNs, locations: [location] });
  return [
    { kind: 'missing-package', ...about, package: top, location, use: USES[top] ?? 'unknown' },
  ];
}

const USES: { readonly [name: string]: MissingPackage['use'] } = {
  aiohttp: 'async-requests',
  httpx: 'async-requests',
  aiofiles: 'async-requests',
  asyncpg: 'async-requests',
  websockets: 'async-requests',
  redis: 'async-requests',
  aiomysql: 'async-requests',
  aiosqlite: 'async-requests',
  requests: 'requests',
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
  const source = location ? analysis.files.get(location.file)?.source : null;
  const lines = source?.split('\n') ?? [];
  const line = lines[(location?.line ?? 0) - 1] ?? '';
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
