/**
 * Why a task ended when it did, and not earlier or later: what follows *because*. Only what the
 * trace knows; where it knows no reason, null.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Cancellation } from '../../analysis/collect/cancellations.ts';
import type { Interval, Ready, Waiting } from '../../analysis/intervals.ts';
import type { Lane } from '../../analysis/lanes.ts';
import type { LoopStall } from '../../analysis/stalls.ts';
import type { AgentId, PrimitiveId } from '../../trace/schema.ts';
import {
  agentsText,
  agentText,
  callText,
  culpritText,
  errorText,
  onLine,
  timeText,
} from './phrases.ts';
import { waitText } from './waits.ts';

/** A stretch of a lane, and what there is to say of any moment in it. */
export interface Doing {
  readonly fromNs: number;
  /** The moment itself belongs to what comes next. */
  readonly toNs: number;
  /** Whether others kept it from going on: by holding what it waited for, or the event loop. */
  readonly isHeldUp: boolean;
  /** ``"it was waiting in `sleep` on line 5 until 2.000"`` */
  readonly words: string | null;
}

/** What a lane did from its beginning to its end; of what took no time, nothing. */
export function doingsOf(analysis: Analysis, lane: Lane): Doing[] {
  const doings: Doing[] = [];
  for (const doing of lane.segments.flatMap((each) => segmentDoings(analysis, lane.task, each))) {
    const last = doings.at(-1);
    if (last?.toNs === doing.fromNs && last.words === doing.words) {
      doings[doings.length - 1] = { ...last, toNs: doing.toNs };
    } else if (doing.toNs > doing.fromNs) doings.push(doing);
  }
  return doings;
}

/** Why a task that ended had not more to do: ``"its last wait, from 1.500 in `sleep`, was over then"``. */
export function endedBecause(analysis: Analysis, lane: Lane): string | null {
  const { finish } = lane;
  if (!finish) return null;
  if (finish.how === 'raised') return `it raised ${errorText(finish.detail)}`;
  if (finish.how === 'cancelled') return cancelledBecause(analysis, lane);
  return couldRunBecause(analysis, lane, finish.atNs);
}

/** Why somebody who ran at a moment could do so: what ended right then. */
export function couldRunBecause(analysis: Analysis, lane: Lane, atNs: number): string | null {
  const last = lane.segments.findLast(({ fromNs, toNs }) => toNs > fromNs && fromNs < atNs);
  if (!last) return lane.createdNs === atNs ? 'it was created then' : null;
  if (last.state === 'blocked' && last.toNs >= atNs) {
    if (last.toNs > atNs) return `it held the event loop${blockedText(analysis, last)}`;
    return last.wait?.call
      ? `its call of${blockedText(analysis, last).slice(3)} was over then`
      : null;
  }
  if (last.toNs !== atNs) return null;
  if (last.state === 'ready') return letGoBecause(analysis, last);
  if (last.state !== 'waiting') return null;
  const request = lane.requests.findLast((each) => each.atNs === atNs);
  if (request) return requestText(analysis, request);
  // Whatever woke it before its time, the trace does not say so here.
  if (last.on.untilNs !== null && last.on.untilNs !== atNs) return null;
  const what = waitText(analysis, last.on);
  const isLast = lane.finish?.atNs === atNs;
  return `its ${isLast ? 'last ' : ''}wait, from ${timeText(last.fromNs)}${what}, was over then`;
}

/** ``"it had ended at 1.500"``, for a moment at which a lane did nothing any more, or not yet. */
export function absentText(lane: Lane, atNs: number): string | null {
  const { finish, createdNs } = lane;
  if (atNs < createdNs) return `it was not created before ${timeText(createdNs)}`;
  return finish && atNs >= finish.atNs ? `it had ended at ${timeText(finish.atNs)}` : null;
}

function segmentDoings(analysis: Analysis, task: AgentId, segment: Interval): Doing[] {
  switch (segment.state) {
    case 'waiting':
      return waitingDoings(analysis, task, segment);
    case 'ready':
      return readyDoings(analysis, segment);
    case 'blocked':
    case 'running': {
      const { fromNs, toNs } = segment;
      return [{ fromNs, toNs, isHeldUp: false, words: runningText(analysis, segment) }];
    }
  }
}

function runningText(
  analysis: Analysis,
  segment: Extract<Interval, { readonly state: 'running' | 'blocked' }>,
): string {
  if (segment.state === 'running') return 'it was running';
  return `it was holding the event loop${blockedText(analysis, segment)}`;
}

/** ``" in `time.sleep` on line 7"``, `" with computing"` */
function blockedText(
  analysis: Analysis,
  { wait, location }: Extract<Interval, { readonly state: 'blocked' }>,
): string {
  if (!wait?.call) return ' with computing';
  return ` in ${callText(wait.call)}${onLine(analysis, location)}`;
}

/** Who held the loop may change before it has its turn. */
function readyDoings(analysis: Analysis, { fromNs, toNs, isPreempted }: Ready): Doing[] {
  if (isPreempted) return [];
  return stallsOf(analysis).flatMap((stall) => {
    const span = { fromNs: Math.max(fromNs, stall.fromNs), toNs: Math.min(toNs, stall.toNs) };
    if (span.toNs <= span.fromNs) return [];
    const who = culpritText(analysis, stall);
    return [
      { ...span, isHeldUp: true, words: `it was ready to run, but ${who} held the event loop` },
    ];
  });
}

function letGoBecause(analysis: Analysis, { fromNs, toNs, isPreempted }: Ready): string | null {
  const stall = stallsOf(analysis).find((each) => each.toNs === toNs);
  if (!stall || isPreempted) return null;
  return `it was ready from ${timeText(fromNs)}, and ${culpritText(analysis, stall)} let go of the event loop then`;
}

/** Of several loops it would have to be asked which of them a lane is in. */
function stallsOf({ stalls, loops }: Analysis): readonly LoopStall[] {
  return loops.size > 1 ? [] : stalls.filter(({ loop }) => loop !== null);
}

/** Anew for each moment at which those who are waited for have become fewer, or others hold it. */
function waitingDoings(analysis: Analysis, task: AgentId, segment: Waiting): Doing[] {
  const { on, fromNs, toNs } = segment;
  const changes = on.primitive === null ? [] : changesOf(analysis, on.primitive);
  const ends = (on.tasks ?? []).flatMap((each) => analysis.agents.get(each)?.finish ?? []);
  const turns = [...changes, ...ends].map(({ atNs }) => atNs);
  const inner = turns.filter((atNs) => atNs > fromNs && atNs < toNs);
  const starts = [...new Set([fromNs, ...inner])].sort((a, b) => a - b);
  return starts.map((atNs, index) => ({
    fromNs: atNs,
    toNs: starts[index + 1] ?? toNs,
    isHeldUp: segment.kind === 'held-up',
    words: waitedText(analysis, task, segment, atNs),
  }));
}

function waitedText(analysis: Analysis, task: AgentId, { on }: Waiting, atNs: number): string {
  const open = on.tasks?.filter((each) => {
    const finish = analysis.agents.get(each)?.finish;
    return !finish || finish.atNs > atNs;
  });
  const what = waitText(analysis, open ? { ...on, tasks: open } : on);
  const until = on.untilNs === null ? '' : ` until ${timeText(on.untilNs)}`;
  const holders = on.primitive === null ? [] : holdersAt(analysis, on.primitive, atNs);
  const others = holders.filter((holder) => holder !== task);
  const held = others.length === 0 ? '' : `, held by ${agentsText(analysis, others)}`;
  return `it was waiting${what}${until}${held}`;
}

function changesOf(analysis: Analysis, primitive: PrimitiveId) {
  return analysis.primitives.get(primitive)?.changes ?? [];
}

/** Who held a lock, or the places of a semaphore. */
function holdersAt(analysis: Analysis, primitive: PrimitiveId, atNs: number): readonly AgentId[] {
  const last = changesOf(analysis, primitive).findLast((change) => change.atNs <= atNs);
  switch (last?.state.kind) {
    case 'lock':
      return last.state.holder === null ? [] : [last.state.holder];
    case 'semaphore':
      return last.state.holders;
    default:
      return [];
  }
}

function cancelledBecause(analysis: Analysis, lane: Lane): string | null {
  const request = lane.requests.findLast(({ ended }) => ended === 'cancelled');
  return request ? requestText(analysis, request) : null;
}

function requestText(analysis: Analysis, request: Cancellation): string {
  const at = timeText(request.atNs);
  switch (request.reason) {
    case 'explicit':
      return request.callback === null && !request.isScheduled && request.by !== request.task
        ? `${agentText(analysis, request.by)} cancelled it at ${at}`
        : `it was cancelled at ${at}`;
    case 'time-limit':
      return `a time limit was up at ${at}, and cancelled it`;
    case 'task-group':
      return `its task group cancelled it at ${at}`;
    // Where it waits for the group at its end, it need not notice that it is cancelled.
    case 'task-group-body':
      return request.because === null
        ? `its task group failed at ${at}`
        : `${agentText(analysis, request.because)} in its task group failed at ${at}`;
    default:
      return `it was cancelled at ${at}`;
  }
}
