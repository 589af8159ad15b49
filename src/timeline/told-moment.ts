/**
 * Finds the moment of a run that a text speaks of, and refuses one that is not in it: what is read
 * beside a picture must be true of the picture.
 */
import { analysisOf } from '../analysis/analysis.ts';
import type { LoopState } from '../analysis/loop-state.ts';
import { mainLine } from '../analysis/main-line.ts';
import { stateAt } from '../analysis/state-at.ts';
import { type Step, stepAt, stepCount } from '../analysis/steps.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import type { AgentId, PrimitiveId, Trace } from '../trace/schema.ts';
import { type Position, positionAt, positionOfStep } from './position.ts';

export const TOLD_STATES = ['running', 'waiting', 'ready', 'blocked', 'finished'] as const;
type ToldState = (typeof TOLD_STATES)[number];

/** One of `time`, `step`, `line` and `output` says when; a `primitive` may stand alone. */
export interface MomentSelector {
  /** Seconds of virtual time. Something must happen then, unless a `state` is given. */
  readonly time?: string | number | undefined;
  /** As the transport counts them, from 1. */
  readonly step?: string | number | undefined;
  /** A line of the program, when it is reached. */
  readonly line?: string | number | undefined;
  /** A line of output when it is printed: its number, from 1, or part of what it says. */
  readonly output?: string | number | undefined;
  /** What the program calls a lock, a queue or its like; alone, when somebody begins to wait at it. */
  readonly primitive?: string | undefined;
  /** Which of several times, from 1. Default: the first. */
  readonly nth?: string | number | undefined;
  /** Whose lane: its label, or a beginning that no other label has. */
  readonly task?: string | undefined;
  /** What the text says that the task does then. */
  readonly state?: ToldState | undefined;
}

export interface ToldMoment {
  readonly position: Position;
  readonly agent: AgentId | null;
  readonly primitive: PrimitiveId | null;
  /** Of the main file. */
  readonly line: number | null;
}

/**
 * @param where who asks, for errors: `<At snippet="…" time="2">`.
 * @throws Error where the run has no such moment: says what was expected, what was found, and what
 *   to do.
 */
export function toldMoment(trace: Trace, selector: MomentSelector, where: string): ToldMoment {
  const fail: Fail = (expected, found, advice) => {
    throw new Error(`${where}: expected ${expected}, found ${found}. ${advice}`);
  };
  const asking = { trace, selector, fail };
  const agent = selector.task === undefined ? null : taskCalled(asking, selector.task);
  const primitive =
    selector.primitive === undefined ? null : primitiveCalled(asking, selector.primitive);
  const found = find({ ...asking, agent, primitive });
  const state = stateAt(trace, found.position.step, found.position.atNs);
  const whose = agent ?? (primitive === null ? (found.agent ?? null) : null);
  return {
    position: found.position,
    agent: whose,
    primitive,
    line: found.line ?? lineOf(state, whose),
  };
}

type Fail = (expected: string, found: string, advice: string) => never;

interface Asking {
  readonly trace: Trace;
  readonly selector: MomentSelector;
  readonly fail: Fail;
}

interface Search extends Asking {
  readonly agent: AgentId | null;
  readonly primitive: PrimitiveId | null;
}

interface Found {
  readonly position: Position;
  readonly agent?: AgentId | null;
  readonly line?: number | null;
}

const WAYS = ['time', 'step', 'line', 'output'] as const;

function find(search: Search): Found {
  const { selector, fail, agent, primitive } = search;
  const ways = WAYS.filter((way) => selector[way] !== undefined);
  const [way] = ways;
  if (ways.length > 1) fail('one of time, step, line and output', ways.join(' and '), 'Keep one.');
  if (selector.state !== undefined && (agent === null || way !== 'time')) {
    fail('a state of a task at a time', `state="${selector.state}" alone`, 'Say time and task.');
  }
  switch (way) {
    case 'time':
      return atTime(search);
    case 'step':
      return atStep(search);
    case 'line':
      return atLine(search);
    case 'output':
      return atOutput(search);
    default:
      if (primitive !== null) return atWait(search, primitive);
      return fail('a time, a step, a line, an output or a primitive', 'none', 'Say when it is.');
  }
}

function atTime(search: Search): Found {
  const { trace, selector, fail, agent } = search;
  const ns = Number(selector.time) * 1e9;
  const end = formatSeconds(trace.endedNs);
  if (!(ns >= 0 && Math.round(ns / 1e6) <= Math.round(trace.endedNs / 1e6))) {
    fail(`a time from 0 to ${end}, the end of the run`, `"${selector.time}"`, LOOK);
  }
  const wanted = formatSeconds(ns);
  const steps = stepsOf(trace).filter(({ atNs }) => formatSeconds(atNs) === wanted);
  const last = steps.at(-1);
  if (selector.state !== undefined && agent !== null) {
    return inState(search, { agent, wanted: selector.state, steps, ns });
  }
  if (!last && wanted !== end) {
    const near = nearestTimes(trace, ns);
    fail(`something to happen at ${wanted}`, `nothing between ${near}`, `${LOOK} ${BETWEEN}`);
  }
  const position = positionAt(trace, last?.atNs ?? ns);
  if (agent !== null) mustBeUnderWay(search, agent, position);
  return { position };
}

const LOOK = 'Look at its .out file, or step through its picture.';
const BETWEEN = 'For what lasts between two moments, say task and state as well.';

interface StateSought {
  readonly agent: AgentId;
  readonly wanted: ToldState;
  /** Those of the instant that is spoken of. */
  readonly steps: readonly Step[];
  readonly ns: number;
}

/** Within one instant a task may be ready, run and wait: the first that fits. */
function inState({ trace, fail }: Search, { agent, wanted, steps, ns }: StateSought): Found {
  const positions = [
    ...steps.map(({ index }) => positionOfStep(trace, index)),
    positionAt(trace, steps.at(-1)?.atNs ?? ns),
  ];
  const states = positions.map((position) => stateOf(trace, agent, position));
  const position = positions[states.indexOf(wanted)];
  if (position) return { position };
  const label = nameOf(trace, agent);
  const found = [...new Set(states)].map((state) => state ?? 'not created yet').join(', then ');
  return fail(`${label} to be ${wanted} at ${formatSeconds(ns)}`, found, LOOK);
}

/** To speak of a task at an instant at which it isn't yet, or is no longer, is a slip. */
function mustBeUnderWay({ trace, fail }: Search, agent: AgentId, position: Position): void {
  const known = analysisOf(trace).agents.get(agent);
  const at = formatSeconds(position.atNs);
  if (!known) return;
  if (known.createdNs > position.atNs) {
    fail(`${known.label} at ${at}`, `it is created at ${formatSeconds(known.createdNs)}`, LOOK);
  }
  if (known.finish && formatSeconds(known.finish.atNs) < at && known.finish.atNs < position.atNs) {
    const ended = formatSeconds(known.finish.atNs);
    fail(`${known.label} at ${at}`, `it ended at ${ended}`, `${LOOK} Or say state="finished".`);
  }
}

function atStep({ trace, selector, fail }: Search): Found {
  const step = Number(selector.step);
  const count = stepCount(trace);
  if (!Number.isInteger(step) || step < 1 || step > count) {
    fail(`a step from 1 to ${count}`, `"${selector.step}"`, 'Count as the picture does.');
  }
  return { position: positionOfStep(trace, step - 1), agent: stepAt(trace, step - 1).agent };
}

function atLine(search: Search): Found {
  const { trace, selector, agent, fail } = search;
  const line = Number(selector.line);
  const reached = stepsOf(trace).filter(
    (step) => step.kind === 'line' && step.line === line && (agent ?? step.agent) === step.agent,
  );
  const by = agent === null ? '' : ` by ${nameOf(trace, agent)}`;
  const step = nthOf(search, reached, `line ${selector.line} to be reached${by}`);
  if (!step) return fail(`line ${line} to be reached${by}`, 'that it is not', 'Count the lines.');
  return { position: positionOfStep(trace, step.index), agent: step.agent, line };
}

function atOutput(search: Search): Found {
  const { trace, selector, fail } = search;
  const { output } = analysisOf(trace);
  const wanted = String(selector.output);
  const number = /^\d+$/.test(wanted) ? Number(wanted) : null;
  const lines =
    number === null
      ? output.filter(({ text }) => text.includes(wanted))
      : output.slice(number - 1, number);
  if (selector.nth === undefined && lines.length > 1) {
    fail(`one line of output with "${wanted}"`, `${lines.length}`, 'Quote more of it, or say nth.');
  }
  const line = nthOf(search, lines, `output "${wanted}"`);
  const step = line && stepsOf(trace).find(({ eventIndex }) => eventIndex >= line.eventIndex);
  if (!line || !step) {
    return fail(`output "${wanted}"`, `${output.length} lines without it`, LOOK);
  }
  return {
    position: positionOfStep(trace, step.index),
    agent: line.by,
    line: mainLine(line.location),
  };
}

function atWait(search: Search, primitive: PrimitiveId): Found {
  const { trace, agent, fail } = search;
  const waits = stepsOf(trace).filter(
    (step) =>
      step.primitive === primitive &&
      (step.kind === 'step-ended' || step.kind === 'parked') &&
      (agent ?? step.agent) === step.agent,
  );
  const what = `somebody to wait at ${search.selector.primitive}`;
  const step = nthOf(search, waits, what);
  if (!step) return fail(what, 'that nobody does', 'Say a time as well.');
  return { position: positionOfStep(trace, step.index), line: step.line };
}

function nthOf<Item>(
  { selector, fail }: Asking,
  items: readonly Item[],
  what: string,
): Item | null {
  const nth = Number(selector.nth ?? 1);
  if (items.length === 0) return null;
  const item = items[nth - 1];
  if (item === undefined) {
    return fail(`${what}, time ${selector.nth}`, `${items.length} times`, 'Say a smaller nth.');
  }
  return item;
}

function taskCalled({ trace, fail }: Asking, name: string): AgentId {
  const agents = [...analysisOf(trace).agents.values()].filter(({ hidden }) => !hidden);
  const exact = agents.filter(({ label }) => label === name);
  const found = exact.length > 0 ? exact : agents.filter(({ label }) => label.startsWith(name));
  const labels = (found.length > 1 ? found : agents).map(({ label }) => label).join(', ');
  const [only] = found;
  if (found.length === 1 && only) return only.id;
  if (found.length > 1) {
    return fail(`one task whose label begins with "${name}"`, labels, 'Write more of the label.');
  }
  return fail(`a task whose label begins with "${name}"`, labels, 'Use one of these labels.');
}

function primitiveCalled({ trace, fail }: Asking, name: string): PrimitiveId {
  const primitives = [...analysisOf(trace).primitives.values()];
  const only = primitives.find(({ label }) => label === name);
  if (only) return only.id;
  const labels = primitives.map(({ label }) => label).join(', ') || 'none in this run';
  return fail(`a primitive called "${name}"`, labels, 'Use one of these labels.');
}

function stateOf(trace: Trace, agent: AgentId, position: Position): ToldState | null {
  const state = stateAt(trace, position.step, position.atNs);
  if (state.blocked?.by === agent) return 'blocked';
  return statusIn(state, agent)?.status ?? null;
}

function statusIn({ tasks, threads }: LoopState, agent: AgentId) {
  return tasks.find(({ task }) => task === agent) ?? threads.find(({ thread }) => thread === agent);
}

function lineOf(state: LoopState, agent: AgentId | null): number | null {
  if (agent === null) return null;
  if (state.blocked?.by === agent) return state.blocked.line;
  const status = statusIn(state, agent);
  return status && status.status !== 'finished' ? status.line : null;
}

function nameOf(trace: Trace, agent: AgentId): string {
  return analysisOf(trace).agents.get(agent)?.label ?? 'the task';
}

function stepsOf(trace: Trace): Step[] {
  return Array.from({ length: stepCount(trace) }, (_, index) => stepAt(trace, index));
}

/** `"1.000 and 2.500"` */
function nearestTimes(trace: Trace, ns: number): string {
  const times = [0, ...stepsOf(trace).map(({ atNs }) => atNs), trace.endedNs];
  const before = Math.max(...times.filter((time) => time <= ns));
  const after = Math.min(...times.filter((time) => time >= ns));
  return `${formatSeconds(before)} and ${formatSeconds(after)}`;
}
