/** Why nothing could ever run again: who waits for whom in a circle, and what nobody is left to do. */
import { agentsOf, labelOf } from '../analysis/agents.ts';
import type { LoopState } from '../analysis/loop-state.ts';
import { primitivesOf } from '../analysis/primitives.ts';
import { stateAt } from '../analysis/state-at.ts';
import { stepCount } from '../analysis/steps.ts';
import type { AgentId, PrimitiveId, Recording, Wait } from '../trace/recording.ts';
import { distinct, type Explanation } from './explanation.ts';
import { hopeText } from './hopes.ts';
import { code, lineText, namesText, sentenceCase } from './wording.ts';

export function explainDeadlock(recording: Recording): Explanation[] {
  if (recording.outcome.kind !== 'deadlocked') return [];
  const stuck = stuckOf(recording);
  const circles = circlesOf(stuck);
  const inCircle = new Set(circles.flat().map(({ agent }) => agent));
  const hopeless = Map.groupBy(
    [...stuck.values()].filter(({ agent, next }) => next.length === 0 && !inCircle.has(agent)),
    ({ reason }) => reason,
  );
  const found = [
    ...circles.map((circle) => explanationOf(recording, circleText(recording, circle), circle)),
    ...[...hopeless].map(([reason, alike]) => {
      const verb = alike.length === 1 ? 'waits' : 'wait';
      const names = namesText(alike.map(({ agent }) => labelOf(recording, agent)));
      return explanationOf(recording, sentenceCase(`${names} ${verb} ${reason}.`), alike);
    }),
  ];
  const [first, ...others] = found;
  if (!first)
    return [
      explanationOf(recording, `${NEVER_AGAIN}: no task is left that could wake the program.`, []),
    ];
  return [{ ...first, text: `${NEVER_AGAIN}: ${lowerCase(first.text)}` }, ...others];
}

const NEVER_AGAIN = 'Nothing can ever run again';

/** Somebody who waits at the end. */
interface Stuck {
  readonly agent: AgentId;
  readonly waitsOn: Wait;
  readonly sinceNs: number;
  /** Whose doing it waits for; empty where it waits for anybody's. */
  readonly next: readonly AgentId[];
  /** What it waits for, and why in vain, as a sentence's end. */
  readonly reason: string;
}

function stuckOf(recording: Recording): Map<AgentId, Stuck> {
  const state = stateAt(recording, stepCount(recording) - 1);
  const agents = agentsOf(recording);
  const waiting = [
    ...state.tasks.map((task) => ({ ...task, agent: task.task })),
    // A worker of a pool that has nothing to do stands outside the program.
    ...state.threads
      .filter(({ line }) => line !== null)
      .map((thread) => ({ ...thread, agent: thread.thread })),
  ];
  const open = new Set(
    waiting.filter(({ status }) => status !== 'finished').map(({ agent }) => agent),
  );
  const childrenOf = Map.groupBy(open, (agent) => agents.get(agent)?.parent ?? 0);
  const stuck = new Map<AgentId, Stuck>();
  for (const { agent, waitsOn, sinceNs, status, line } of waiting) {
    if (waitsOn) {
      const next = nextOf(state, waitsOn, childrenOf.get(agent) ?? []).filter((id) => open.has(id));
      const reason = hopeText(recording, state, waitsOn);
      stuck.set(agent, { agent, waitsOn, sinceNs, next, reason });
    } else if (status === 'running') {
      const reason = `in a call that holds the loop${lineText(line)} and never returns`;
      const nowhere = { line, call: null, task: null, primitive: null, untilNs: null };
      stuck.set(agent, { agent, waitsOn: nowhere, sinceNs, next: [], reason });
    }
  }
  return stuck;
}

/** `gather` and its kin do not say for whom they wait; they wait for what the task has started. */
function nextOf(state: LoopState, waitsOn: Wait, children: readonly AgentId[]): readonly AgentId[] {
  if (waitsOn.task !== null) return [waitsOn.task];
  if (waitsOn.primitive === null) return waitsOn.call === null ? [] : children;
  if (waitsOn.call === 'Condition.wait' || waitsOn.call === 'Condition.wait_for') return [];
  return state.primitives.find(({ primitive }) => primitive === waitsOn.primitive)?.holders ?? [];
}

/** Circles of those who wait for one another, each from its earliest agent on. */
function circlesOf(stuck: ReadonlyMap<AgentId, Stuck>): Stuck[][] {
  const circles: Stuck[][] = [];
  const done = new Set<AgentId>();
  for (const start of stuck.keys()) {
    const path: { stuck: Stuck; ahead: AgentId[] }[] = [];
    const enter = (agent: AgentId) => {
      const found = stuck.get(agent);
      if (found && !done.has(agent)) path.push({ stuck: found, ahead: [...found.next] });
    };
    enter(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.ahead.shift();
      const from = path.findIndex((each) => each.stuck.agent === next);
      if (from >= 0) circles.push(path.slice(from).map((each) => each.stuck));
      if (next === undefined || from >= 0) done.add(path.pop()?.stuck.agent ?? 0);
      else enter(next);
    }
  }
  return circles.map(fromEarliest);
}

function fromEarliest(circle: readonly Stuck[]): Stuck[] {
  const agents = circle.map(({ agent }) => agent);
  const first = agents.indexOf(Math.min(...agents));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** ``"`a` waits for `lock_b` (line 7), held by `b`, which waits for `lock_a` (line 12), held by `a`."`` */
function circleText(recording: Recording, circle: readonly Stuck[]): string {
  const name = (agent: AgentId) => code(labelOf(recording, agent));
  const [first] = circle as [Stuck];
  const links = circle.map(({ waitsOn }, index) => {
    const next = circle[(index + 1) % circle.length] ?? first;
    const at = lineText(waitsOn.line);
    if (waitsOn.primitive === null) return `waits for ${name(next.agent)}${at}`;
    const what = code(primitivesOf(recording).get(waitsOn.primitive)?.label ?? '');
    const itself = circle.length === 1;
    return `waits for ${what}${at}, ${itself ? 'which it holds itself' : `held by ${name(next.agent)}`}`;
  });
  return `${name(first.agent)} ${links.join(', which ')}.`;
}

function explanationOf({ endedNs }: Recording, text: string, stuck: readonly Stuck[]): Explanation {
  return {
    kind: 'deadlock',
    text,
    fromNs: stuck.reduce((least, { sinceNs }) => Math.min(least, sinceNs), endedNs),
    toNs: endedNs,
    agents: stuck.map(({ agent }) => agent),
    lines: distinct(stuck.map(({ waitsOn }) => waitsOn.line)),
    primitives: distinct<PrimitiveId>(stuck.map(({ waitsOn }) => waitsOn.primitive)),
  };
}

function lowerCase(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
