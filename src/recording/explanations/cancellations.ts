/** Who was cancelled, by whom or what, and who gave up waiting. */
import { type Agent, agentsOf } from '../agents.ts';
import type { AgentId, Recording, Wait } from '../recording.ts';
import { formatSeconds } from '../transcript.ts';
import { distinct, type Explanation } from './explanation.ts';
import { code, lineText, namesText, sentenceCase } from './wording.ts';

const MOST = 6;

/** The end of a wait before its time, or the end of a task that was cancelled. */
interface Cancellation {
  readonly task: Agent;
  readonly atNs: number;
  /** What it stood at; null where it had not begun. */
  readonly wait: Wait | null;
  readonly sinceNs: number;
  readonly cause: Cause;
  /** Whether it ended the task; else the task went on. */
  readonly wasFinal: boolean;
}

type Cause =
  | { readonly kind: 'agent'; readonly agent: AgentId }
  /** It awaited a task that was cancelled. */
  | { readonly kind: 'awaited'; readonly agent: AgentId }
  /** The task at the top had ended, and `asyncio.run` cancels what is left. */
  | { readonly kind: 'run-ended'; readonly agent: AgentId }
  /** Another task of its group, or one that it had started, had failed. */
  | { readonly kind: 'sibling-failed'; readonly agent: AgentId }
  /** The one that waited for it had a time limit. */
  | { readonly kind: 'gave-up'; readonly agent: AgentId; readonly on: Wait }
  /** A timer: a time limit, or `call_later` of `cancel`. */
  | { readonly kind: 'timer' }
  | { readonly kind: 'unknown' };

export function explainCancellations(recording: Recording): Explanation[] {
  const alike = Map.groupBy(cancellationsOf(recording), ({ atNs, cause, wasFinal, wait }) => {
    const by = 'agent' in cause ? cause.agent : '';
    return `${atNs} ${cause.kind} ${by} ${wasFinal} ${wait?.line}`;
  });
  return [...alike.values()].slice(0, MOST).map((group) => explanationOf(recording, group));
}

function explanationOf(recording: Recording, group: readonly Cancellation[]): Explanation {
  const [{ cause, atNs, wait }] = group as [Cancellation];
  const other = 'agent' in cause ? [cause.agent] : [];
  const onLine = cause.kind === 'gave-up' ? cause.on.line : null;
  return {
    kind: kindOf(group),
    text: sentenceCase(`${textOf(recording, group)}.`),
    fromNs: group.reduce((least, { sinceNs }) => Math.min(least, sinceNs), atNs),
    toNs: atNs,
    agents: distinct([...group.map(({ task }) => task.id), ...other]),
    lines: distinct([onLine, wait?.line ?? null]),
    primitives: distinct([wait?.primitive ?? null]),
  };
}

function kindOf([first]: readonly Cancellation[]): Explanation['kind'] {
  if (first?.cause.kind === 'run-ended') return 'left-unfinished';
  const gaveUp =
    first?.cause.kind === 'gave-up' || (first?.cause.kind === 'timer' && !first.wasFinal);
  return gaveUp ? 'gave-up' : 'cancelled';
}

function textOf(recording: Recording, group: readonly Cancellation[]): string {
  const [{ cause, atNs, wait, wasFinal }] = group as [Cancellation];
  const names = namesText(group.map(({ task }) => task.label));
  const was = group.length === 1 ? 'was' : 'were';
  const at = formatSeconds(atNs);
  const label = (agent: AgentId) => code(agentsOf(recording).get(agent)?.label ?? '');
  const place = wait ? ` in ${code(wait.call ?? 'await')}${lineText(wait.line)}` : '';
  const begun = wait ? `, while waiting${place}` : ', before it had begun';
  const after = wasFinal ? '' : ', and went on';
  switch (cause.kind) {
    case 'agent':
      return `${names} ${was} cancelled at ${at} by ${label(cause.agent)}${begun}${after}`;
    case 'awaited':
      return `${names} ${was} cancelled at ${at} along with ${label(cause.agent)}, for which it waited${lineText(wait?.line ?? null)}`;
    case 'run-ended':
      return `${names} ${was} left unfinished when ${label(cause.agent)} ended at ${at}: ${code('asyncio.run')} cancelled what was still waiting`;
    case 'sibling-failed':
      return `${names} ${was} cancelled at ${at}, because ${label(cause.agent)} had failed${after}`;
    case 'gave-up':
      return `${label(cause.agent)} gave up waiting for ${names} at ${at}${lineText(cause.on.line)}, and cancelled ${group.length === 1 ? 'it' : 'them'}`;
    case 'timer': {
      if (wasFinal) return `${names} ${was} cancelled at ${at} by a timer${begun}`;
      const due =
        wait?.untilNs == null
          ? ''
          : `, which would have lasted until ${formatSeconds(wait.untilNs)}`;
      return `${names} gave up waiting${place} at ${at}${due}: a time limit was up`;
    }
    case 'unknown':
      return `${names} ${was} cancelled at ${at}${begun}${after}`;
  }
}

/** What is known of a task while the events go by. */
interface Known {
  wait: Wait | null;
  sinceNs: number;
  woken: { readonly atNs: number; readonly cause: Cause } | null;
  /** Its waits that ended before their time, and that it survived so far. */
  early: Cancellation[];
}

function cancellationsOf(recording: Recording): Cancellation[] {
  const agents = agentsOf(recording);
  const known = new Map<AgentId, Known>();
  const found: Cancellation[] = [];
  const ended = new Set<AgentId>();
  let callbacks = 0;
  let failed: { readonly task: Agent; readonly atNs: number } | null = null;
  const knownOf = (task: AgentId): Known => {
    const entry = known.get(task) ?? { wait: null, sinceNs: 0, woken: null, early: [] };
    known.set(task, entry);
    return entry;
  };

  const causeOf = (task: Agent, by: AgentId | null, atNs: number): Cause => {
    const { wait } = knownOf(task.id);
    if (by !== null && by !== task.loop) {
      return { kind: wait?.task === by ? 'awaited' : 'agent', agent: by };
    }
    if (callbacks > 0) return { kind: 'unknown' };
    const root = rootOf(task, agents);
    if (root.id !== task.id && ended.has(root.id)) return { kind: 'run-ended', agent: root.id };
    if (failed?.atNs === atNs && [task.parent, task.id].includes(failed.task.parent)) {
      return { kind: 'sibling-failed', agent: failed.task.id };
    }
    const parent = known.get(task.parent);
    const parentWait = parent?.woken ? null : parent?.wait;
    if (parentWait?.call === 'wait_for' && parentWait.task === task.id) {
      return { kind: 'gave-up', agent: task.parent, on: parentWait };
    }
    return { kind: 'timer' };
  };

  for (const event of recording.events) {
    const { atNs } = event;
    switch (event.kind) {
      case 'callback-began':
        callbacks += 1;
        break;
      case 'callback-ended':
        callbacks -= 1;
        break;
      case 'task-ready': {
        const task = agents.get(event.task);
        const state = knownOf(event.task);
        if (!task || task.hidden || state.woken) break;
        const cause = causeOf(task, event.by, atNs);
        state.woken = { atNs, cause };
        const { wait, sinceNs } = state;
        if (wait && wait.untilNs !== null && wait.untilNs > atNs) {
          state.early.push({ task, atNs, wait, sinceNs, cause, wasFinal: false });
        }
        break;
      }
      case 'step-ended': {
        if (!event.waitsOn) break;
        Object.assign(knownOf(event.task), { wait: event.waitsOn, sinceNs: atNs, woken: null });
        break;
      }
      case 'task-finished': {
        const task = agents.get(event.task);
        if (!task || task.hidden) break;
        ended.add(task.id);
        if (event.how === 'raised') failed = { task, atNs };
        found.push(...allOf(task, knownOf(task.id), event.how, atNs));
        known.delete(task.id);
        break;
      }
      default:
        break;
    }
  }
  for (const { early } of known.values()) found.push(...early);
  return found.sort((a, b) => a.atNs - b.atNs);
}

/** What a task went through until it ended. The last of it may have ended it. */
function allOf(task: Agent, known: Known, how: 'returned' | 'raised' | 'cancelled', atNs: number) {
  const { early, wait, woken, sinceNs } = known;
  if (how !== 'cancelled') return early;
  const last = early.at(-1);
  if (last) return [...early.slice(0, -1), { ...last, wasFinal: true }];
  // Woken by its own timer, or for the first time: that was not yet the cancellation.
  const isMeant = wait !== null && wait.untilNs === null;
  const cause: Cause = (isMeant && woken?.cause) || { kind: 'unknown' };
  return [{ task, atNs, wait, sinceNs: wait ? sinceNs : atNs, cause, wasFinal: true }];
}

function rootOf(task: Agent, agents: ReadonlyMap<AgentId, Agent>): Agent {
  let root = task;
  for (let parent = agents.get(root.parent); parent?.kind === 'task'; ) {
    root = parent;
    parent = agents.get(root.parent);
  }
  return root;
}
