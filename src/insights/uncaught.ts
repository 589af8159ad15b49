/** The exception that ended a program: where it was raised, by whom and when. */
import type { Analysis } from '../analysis/analysis.ts';
import type { Agent } from '../analysis/collect/agents.ts';
import { endingTraceback, innermostOwn, leavesOf } from '../analysis/traceback/ending-traceback.ts';
import type { Traceback } from '../analysis/traceback/traceback.ts';
import type { AgentId, Location } from '../trace/schema.ts';
import { isSameLocation } from './fact.ts';

export interface UncaughtEnd {
  readonly error: RaisedError;
  readonly atNs: number;
  /** Of an exception group, what its members raised, to the innermost. */
  readonly members: readonly RaisedError[];
  /** Whether these are all: CPython prints of a large group its first, and of a deep one its top. */
  readonly areAll: boolean;
  /** Whether anything of the program ran: what cannot be compiled never begins. */
  readonly hasBegun: boolean;
}

export interface RaisedError {
  /** `KeyError: 'x'` */
  readonly text: string;
  readonly location: Location | null;
  /** The task that ended with it; null where none did, or several like it. */
  readonly task: AgentId | null;
  readonly raisedNs: number | null;
}

/** Null where no exception ended the program. */
export function uncaughtEnd(analysis: Analysis): UncaughtEnd | null {
  const { trace, output } = analysis;
  const { outcome } = trace;
  if (outcome.kind !== 'exited' || !outcome.error) return null;
  const { type, message, location } = outcome.error;
  const printed = output.filter(({ stream }) => stream === 'stderr');
  const traceback = endingTraceback({ lines: printed, outcome });
  const text = message === '' ? type : `${type}: ${message}`;
  // Where Ctrl+C came, is no line's doing.
  const where = type === 'KeyboardInterrupt' ? null : location;
  return {
    error: raisedBy(analysis, text, where),
    atNs: trace.endedNs,
    members:
      traceback && traceback.members.length > 0
        ? leavesOf(traceback).map((leaf) => memberOf(analysis, leaf))
        : [],
    areAll: !printed.slice(traceback?.from, traceback?.to).some(({ text }) => LEFT_OUT.test(text)),
    // Lines are told of simulated runs only.
    hasBegun: trace.clock === 'real' || trace.events.some(({ kind }) => kind === 'line'),
  };
}

const LEFT_OUT = /\| and \d+ more exceptions?$|\| \.\.\. \(max_group_depth is \d+\)$/;

function memberOf(analysis: Analysis, leaf: Traceback): RaisedError {
  const frame = innermostOwn(leaf);
  const file = [...analysis.files].find(([, { name }]) => name === frame?.file)?.[0];
  const location = frame && file !== undefined ? { file, line: frame.line } : null;
  return raisedBy(analysis, leaf.headline, location);
}

function raisedBy({ agents }: Analysis, text: string, location: Location | null): RaisedError {
  const alike = [...agents.values()].filter((agent) => isRaiserOf(agent, text, location));
  const same = alike.filter(({ finish }) => finish?.detail === text);
  const [only, ...others] = same.length > 0 ? same : alike;
  const task = location !== null && only && others.length === 0 ? only : null;
  return { text, location, task: task?.id ?? null, raisedNs: task?.finish?.atNs ?? null };
}

function isRaiserOf({ kind, finish }: Agent, text: string, location: Location | null): boolean {
  return (
    kind === 'task' &&
    finish?.how === 'raised' &&
    finish.origin === null &&
    isSameLocation(finish.location, location) &&
    classOf(finish.detail) === classOf(text)
  );
}

/** `"asyncio.exceptions.InvalidStateError: invalid state"` gives `"InvalidStateError"`. */
function classOf(text: string): string {
  return (text.split(':')[0] ?? '').split('.').at(-1) ?? '';
}
