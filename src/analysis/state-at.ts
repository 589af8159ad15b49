/** How the loop and everything in it stands at a step of a recording. */

import {
  type AgentId,
  MAIN_AGENT,
  type PrimitiveId,
  type PrimitiveState,
  type Recording,
} from '../trace/recording.ts';
import { taskStates, threadStates } from './agent-states.ts';
import { agentsOf } from './agents.ts';
import { firstPlace } from './binary-search.ts';
import { blocksOf } from './blocks.ts';
import { readyQueue, timers } from './loop-queues.ts';
import type { Blocking, LoopState, PrimitiveStanding, Runner, TaskState } from './loop-state.ts';
import { linesBegun } from './output-lines.ts';
import { perRecording } from './per-recording.ts';
import { primitivesOf } from './primitives.ts';
import { standingAt } from './replay.ts';
import { eventAt, lineOf, type View } from './standing-view.ts';
import { stepPlacesOf } from './steps.ts';

/**
 * The state after a step; before the first one at -1. It is frozen, and the same whenever it is
 * asked for.
 *
 * @param atNs a time from the step's own to that of the next: as it passes, timers become due.
 *   Default: the step's own.
 * @throws RangeError where there is no such step.
 */
export function stateAt(recording: Recording, step: number, atNs?: number): LoopState {
  const place = step === -1 ? -1 : stepPlacesOf(recording)[step];
  if (place === undefined) throw new RangeError(`expected a step of the recording, found ${step}`);
  const nowNs = atNs ?? recording.events[place]?.atNs ?? 0;
  const view: View = { recording, standing: standingAt(recording, place), nowNs };

  const tasks = taskStates(view);
  return Object.freeze({
    step,
    atNs: nowNs,
    running: runner(view),
    blocked: blocking(recording, place, nowNs),
    readyQueue: readyQueue(view),
    timers: timers(view),
    tasks,
    threads: threadStates(view),
    primitives: primitives(view, tasks),
    outputLines: linesBegun(recording, place),
  });
}

function runner(view: View): Runner | null {
  const { running, line } = view.standing;
  const key = running.at(-1);
  if (key === undefined) return null;
  const agent = Math.max(key, MAIN_AGENT);
  const kind = agentsOf(view.recording).get(agent)?.kind ?? 'program';
  return Object.freeze({
    kind: key < 0 ? 'callback' : kind,
    agent,
    callback: key < 0 ? -key : null,
    line: lineOf(eventAt(view, line[agent])),
  });
}

function primitives(view: View, tasks: readonly TaskState[]): readonly PrimitiveStanding[] {
  const { status, primitive: lastChange } = view.standing;
  const waiting = new Map<PrimitiveId, AgentId[]>();
  for (const { task, status, waitsOn } of tasks) {
    if (status !== 'waiting' || waitsOn?.primitive == null) continue;
    const waiters = waiting.get(waitsOn.primitive);
    if (waiters) waiters.push(task);
    else waiting.set(waitsOn.primitive, [task]);
  }
  const standings: PrimitiveStanding[] = [];
  for (const { id, type, label } of primitivesOf(view.recording).values()) {
    const event = eventAt(view, lastChange[id]);
    if (event?.kind !== 'primitive-seen' && event?.kind !== 'primitive-changed') continue;
    const waiters = (waiting.get(id) ?? []).sort((a, b) => (status[a] ?? 0) - (status[b] ?? 0));
    standings.push(
      Object.freeze({
        primitive: id,
        type,
        label,
        state: event.state,
        holders: Object.freeze(holdersOf(event.state)),
        waiters: Object.freeze(waiters),
      }),
    );
  }
  return Object.freeze(standings);
}

function holdersOf(state: PrimitiveState): AgentId[] {
  if (state.kind === 'semaphore') return [...state.holders];
  if (state.kind !== 'lock' && state.kind !== 'condition') return [];
  return state.holder === null ? [] : [state.holder];
}

function blocking(recording: Recording, place: number, nowNs: number): Blocking | null {
  const blocks = blocksOf(recording);
  const latestEndNs = latestEndsOf(recording);
  let at = firstPlace(blocks.length, (block) => (blocks[block]?.fromNs ?? 0) > nowNs) - 1;
  for (; at >= 0 && (latestEndNs[at] ?? 0) > nowNs; at -= 1) {
    const block = blocks[at];
    if (!block || block.toNs <= nowNs || block.fromPlace > place || block.toPlace <= place)
      continue;
    const { by, callback, call, line, fromNs: sinceNs, toNs: untilNs } = block;
    return Object.freeze({ by, callback, call, line, sinceNs, untilNs });
  }
  return null;
}

/** For each block, when the last of those up to it was over: blocks of several loops overlap. */
const latestEndsOf = perRecording((recording: Recording): Float64Array => {
  let latestNs = 0;
  return Float64Array.from(blocksOf(recording), ({ toNs }) => {
    latestNs = Math.max(latestNs, toNs);
    return latestNs;
  });
});
