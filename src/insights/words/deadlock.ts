/** How a deadlock is told. */

import type { Analysis } from '../../analysis/analysis.ts';
import { least } from '../../analysis/extremes.ts';
import { shortName } from '../../analysis/labels.ts';
import type { AgentId, PrimitiveId } from '../../trace/schema.ts';
import type { Deadlock, Strand } from '../deadlock/deadlock.ts';
import type { Failure } from '../deadlock/failures.ts';
import type { Standing } from '../deadlock/needs.ts';
import { distinct } from '../fact.ts';
import { isForNotice, isJoin, isPut } from '../waiting-calls.ts';
import { idleLoopText, nothingLeftText, stopText } from './loops.ts';
import {
  agentsText,
  agentText,
  agree,
  amountText,
  code,
  countText,
  culpritText,
  errorText,
  inCall,
  listText,
  onLine,
  primitiveText,
  sentenceCase,
  timeText,
} from './phrases.ts';
import { isOfProcesses } from './pools.ts';
import { bytesText, roomText } from './streams.ts';
import { clearedText, jobName, missedNoticeText, objectText, stateOf, waitText } from './waits.ts';
import { missedWakeText } from './wakes.ts';

/** Of more strands, followers and failures, these are told and the rest is counted. */
const MOST_STRANDS = 5;
const MOST_FOLLOWERS = 3;
const MOST_FAILURES = 3;

export function tellDeadlock(analysis: Analysis, deadlock: Deadlock): string {
  const { strands, followers, failures } = deadlock;
  const reasons = strands.slice(0, MOST_STRANDS).map((strand) => strandText(analysis, strand));
  const more = strands.length - reasons.length;
  if (more > 0)
    reasons.push(`${amountText(more, 'more group')} of tasks ${agree(more, 'is', 'are')} stuck`);
  if (reasons.length === 0) reasons.push(nothingLeftText(analysis));
  const [first = '', ...others] = reasons;
  const isCulprit = ({ how, fed, endedLoopOf }: Failure) =>
    how === 'raised' && (fed !== null || endedLoopOf !== null);
  const [culprits, before] = [failures.filter(isCulprit), failures.filter((f) => !isCulprit(f))];
  return [
    ...failuresText(analysis, culprits, ''),
    `${leadText(analysis, deadlock)}: ${first}.`,
    ...others.map((text) => `${sentenceCase(text)}.`),
    ...followersText(analysis, followers),
    ...failuresText(analysis, before, 'Before that, '),
  ].join(' ');
}

function leadText(analysis: Analysis, { heldExit, awaitsSignals }: Deadlock): string {
  if (!heldExit) {
    return awaitsSignals
      ? 'Nothing but a signal can make the program go on'
      : 'Nothing can ever run again';
  }
  const { ended, atNs } = heldExit;
  return `${sentenceCase(agentsText(analysis, ended))} ended at ${timeText(atNs)}, but the program cannot end before its threads do`;
}

function strandText(analysis: Analysis, strand: Strand): string {
  switch (strand.why) {
    case 'held-loop':
      return heldLoopText(analysis, strand.holder, strand.kept);
    case 'missed-wake':
      return missedWakeText(analysis, strand.missed);
    case 'ring':
      return ringText(analysis, strand.members);
    case 'in-vain':
      return standingText(analysis, strand.waiting, strand.isHopeless);
  }
}

function ringText(analysis: Analysis, members: readonly (readonly Standing[])[]): string {
  return clausesText(members.map((alike) => standingText(analysis, alike, false)));
}

/** Clauses with commas in them, as one sentence. */
function clausesText(clauses: readonly string[]): string {
  const [last = '', ...before] = clauses.toReversed();
  return before.length === 0 ? last : `${before.reverse().join('; ')}; and ${last}`;
}

function heldLoopText(analysis: Analysis, holder: Standing, kept: readonly Standing[]): string {
  const { wait, agent: by, callback, location } = holder;
  const lock = wait?.primitive == null ? null : stateOf(analysis, wait.primitive);
  const holds = lock?.kind === 'threading' && lock.holder !== null ? lock.holder : null;
  const heldBy =
    holds === null ? '' : `, held by ${holds === by ? 'itself' : agentText(analysis, holds)}`;
  const object = wait ? `${objectText(analysis, wait)}${heldBy}` : '';
  const own = analysis.trace.events[holder.eventIndex]?.loop ?? null;
  const needsIt = wait?.coroutine != null && wait.runsIn !== null && wait.runsIn === own;
  const what = `${object}${needsIt ? ', which only that loop could run' : ''}`;
  const where = `${inCall(wait?.call ?? null)}${onLine(analysis, location)}`;
  const held = `${culpritText(analysis, { by, callback, location })} holds the event loop${where}${what && `, where it waits${what}`}, and that call never returns`;
  if (kept.length === 0) return `${held}: nothing else in that loop can have its turn`;
  const who = agentsText(
    analysis,
    kept.map((each) => each.agent),
  );
  return `${held}: ${who}${dueText(kept)} cannot have ${agree(kept.length, 'its', 'their')} turn`;
}

function dueText(kept: readonly Standing[]): string {
  const timers = kept.flatMap(({ need }) =>
    need.kind === 'turn' && need.dueNs !== null ? need.dueNs : [],
  );
  if (timers.length === 0) return '';
  const first = timeText(least(timers));
  return kept.length === 1 ? `, due at ${first},` : `, the first of them due at ${first},`;
}

/** ``"`a` waits on line 9 for `lock`, held by `b`"``. */
export function standingText(
  analysis: Analysis,
  alike: readonly Standing[],
  isHopeless: boolean,
): string {
  const [standing] = alike as readonly [Standing];
  const { wait, need } = standing;
  const agents = alike.map(({ agent }) => agent);
  const who = agentsText(analysis, agents);
  const waits = `${who} ${agree(alike.length, 'waits', 'wait')}`;
  if (wait === null) return waits;
  if (need.kind === 'job') {
    return `${waits}${onLine(analysis, wait.location)} for ${code(jobName(analysis, need.job))}, ${workText(analysis, need)}`;
  }
  // Of several tasks, those that have not ended are what it still waits for.
  const awaited = alike.flatMap((each) => (each.need.kind === 'tasks' ? each.need.tasks : []));
  const isOfSeveral = need.kind === 'tasks' && (wait.tasks !== null || new Set(awaited).size > 1);
  if (isOfSeveral && awaited.length === 1 && awaited[0] === standing.agent) {
    return `${waits}${waitText(analysis, { ...wait, task: null, tasks: null })} for itself`;
  }
  const open = isOfSeveral ? { ...wait, task: null, tasks: distinct(awaited) } : wait;
  return `${waits}${waitText(analysis, open)}${clauseText(analysis, standing, agents, isHopeless)}`;
}

function workText(
  analysis: Analysis,
  { job, isRunning, workers }: Extract<Standing['need'], { kind: 'job' }>,
): string {
  return isRunning ? `which runs in ${agentsText(analysis, workers)}` : queuedText(analysis, job);
}

/** Why what it waits for does not come. */
function clauseText(
  analysis: Analysis,
  { need, wait }: Standing,
  agents: readonly AgentId[],
  isHopeless: boolean,
): string {
  const call = wait?.call ?? '';
  if (wait?.coroutine != null && wait.runsIn === null) {
    return ', which was given to an event loop that never ran';
  }
  switch (need.kind) {
    case 'release':
      return holdersText(analysis, need.holders, agents, {
        isLock: stateOf(analysis, need.primitive)?.kind === 'lock',
        isHopeless,
      });
    case 'bytes':
      return bytesText(analysis, need.channel, need.writer, agents, {
        call,
        location: wait?.location ?? null,
      });
    case 'room':
      return roomText(analysis, need.channel, need.reader);
    case 'loop':
      return `, and its event loop runs no longer${stopText(analysis, agents)}`;
    case 'turn':
      return `, while ${agentText(analysis, need.holder)} holds the event loop`;
    case 'deed':
      return deedText(analysis, need.primitive, call, isHopeless);
    case 'end':
      return idleLoopText(analysis, need.of);
    case 'tasks':
    case 'job':
    case 'return':
    case 'unknown':
      return '';
  }
}

function holdersText(
  analysis: Analysis,
  holders: readonly AgentId[],
  waiting: readonly AgentId[],
  { isLock, isHopeless }: { readonly isLock: boolean; readonly isHopeless: boolean },
): string {
  if (holders.length === 1 && waiting.length === 1 && holders[0] === waiting[0]) {
    return isLock
      ? `, which it holds itself: a task cannot take a ${code('Lock')} twice`
      : ', which it holds itself';
  }
  // Of a semaphore that others release than those who acquired it, nobody is the holder.
  if (holders.length === 0) return isHopeless ? ', and nobody is left that could release it' : '';
  const haveEnded = holders.every((id) => analysis.agents.get(id)?.finish);
  return `, held by ${agentsText(analysis, holders)}${haveEnded ? ', which ended without releasing it' : ''}`;
}

function queuedText(analysis: Analysis, job: number): string {
  const { jobs, pools } = analysis;
  const pool = pools.get(jobs.get(job)?.pool ?? 0);
  const busy = pool?.jobs.filter(({ beganNs, endedNs }) => beganNs !== null && endedNs === null);
  const functions = [...new Set(busy?.map((each) => code(shortName(each.function))))];
  const places = pool?.places ?? busy?.length ?? 1;
  const [one, many] =
    pool && isOfProcesses(analysis, pool.id) ? ['process', 'processes'] : ['thread', 'threads'];
  const threads =
    places === 1 ? `whose only ${one} is` : `whose ${countText(places)} ${many} are all`;
  return `which is queued in ${pool ? code(pool.label) : 'its pool'}, ${threads} busy with ${listText(functions)}`;
}

/** What somebody would have to do, and nobody is left to. */
function deedText(
  analysis: Analysis,
  primitive: PrimitiveId,
  call: string,
  isHopeless: boolean,
): string {
  const left = (deed: string) => (isHopeless ? `, and nothing is left that could ${deed}` : '');
  const state = stateOf(analysis, primitive);
  switch (state?.kind) {
    case 'event':
      return `${left('set it')}${clearedText(analysis, primitive)}${cancelledCallText(analysis, primitive)}`;
    case 'future':
      return `${left('set it')}${cancelledCallText(analysis, primitive)}`;
    case 'barrier':
      return `, and only ${countText(state.arrived)} did`;
    case 'queue':
      if (isJoin(call)) {
        return `, and ${countText(state.unfinished)} never got ${agree(state.unfinished, 'its', 'their')} ${code('task_done()')}`;
      }
      return isPut(call)
        ? `, which is full (${amountText(state.size, 'item')})${left('take one out')}`
        : `${left('put one in')}${cancelledCallText(analysis, primitive)}`;
    case 'condition':
      return isForNotice(call)
        ? `${left('notify it')}${call === 'Condition.wait' ? missedNoticeText(analysis, primitive) : ''}`
        : '';
    default:
      return '';
  }
}

/** That a timer would have done the deed, ``call_later(1, ready.set)``, and was cancelled. */
function cancelledCallText(analysis: Analysis, primitive: PrimitiveId): string {
  const call = [...analysis.callbacks.values()].findLast(({ target }) => target === primitive);
  if (!call || call.cancelledNs === null) return '';
  const due = call.dueNs === null ? '' : `, due at ${timeText(call.dueNs)},`;
  const { name, cancelledNs, cancelledAt } = call;
  return `; the call of ${code(name)}${due} had been cancelled at ${timeText(cancelledNs)}${onLine(analysis, cancelledAt)}`;
}

function followersText(analysis: Analysis, followers: readonly Standing[]): string[] {
  if (followers.length === 0) return [];
  const told = followers
    .slice(0, MOST_FOLLOWERS)
    .map((each) => standingText(analysis, [each], false));
  const more = followers.length - told.length;
  if (more > 0) told.push(`${countText(more)} more wait in turn`);
  return [`${sentenceCase(clausesText(told))}.`];
}

function failuresText(
  analysis: Analysis,
  failures: readonly Failure[],
  lead: 'Before that, ' | '',
): string[] {
  if (failures.length === 0) return [];
  const told = failures
    .slice(0, MOST_FAILURES)
    .map((failure) => failureText(analysis, failure, lead === '' ? 'failed' : 'had failed'));
  const more = failures.length - told.length;
  if (more > 0) told.push(`${countText(more)} more ${lead === '' ? 'failed' : 'had failed'}`);
  return [sentenceCase(`${lead}${clausesText(told)}.`)];
}

export function failureText(
  analysis: Analysis,
  failure: Failure,
  did: 'failed' | 'had failed',
): string {
  const { how, agent, function: name, error, atNs, location, fed, endedLoopOf, dueNs } = failure;
  const who = agent === null ? code(shortName(name ?? '')) : agentText(analysis, agent);
  const role =
    fed === null
      ? ''
      : `, which ${fed.how === 'put' ? 'had put items into' : 'had taken items from'} ${primitiveText(analysis, fed.primitive)},`;
  const loop =
    endedLoopOf === null
      ? ''
      : `, which ended the event loop of ${agentText(analysis, endedLoopOf)}`;
  if (agent === null && how === 'cancelled') {
    return `the timer of ${who}, due at ${timeText(dueNs ?? atNs)}, had been cancelled at ${timeText(atNs)}${onLine(analysis, location)}`;
  }
  if (how !== 'raised') {
    return `${who}${role} ${how === 'returned' ? 'had ended' : 'had been cancelled'} at ${timeText(atNs)}`;
  }
  return `${who}${role} ${did} with ${errorText(error)}${onLine(analysis, location)} at ${timeText(atNs)}${loop}`;
}
