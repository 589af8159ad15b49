/** How it is told what somebody waits for, and why that does not come. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import type { AgentId, PrimitiveId } from '../../trace/schema.ts';
import type { Standing } from '../deadlock/needs.ts';
import { distinct } from '../fact.ts';
import { isForNotice, isJoin, isPut } from '../waiting-calls.ts';
import { idleLoopText, stopText } from './loops.ts';
import {
  agentsText,
  agentText,
  agree,
  amountText,
  code,
  countText,
  listText,
  onLine,
  timeText,
} from './phrases.ts';
import { isOfProcesses } from './pools.ts';
import { bytesText, roomText } from './streams.ts';
import { clearedText, jobName, missedNoticeText, namesAll, stateOf, waitText } from './waits.ts';

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
  const isAll = alike.every((each) => each.wait === null || namesAll(each.wait));
  return `${waits}${waitText(analysis, open, isAll)}${clauseText(analysis, standing, agents, isHopeless)}`;
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
