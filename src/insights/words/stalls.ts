/** How it is told that a loop was held. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Delay } from '../../analysis/delays.ts';
import type { LoopStall } from '../../analysis/stalls.ts';
import { distinct } from '../fact.ts';
import type { LimitLate, LoopHeld } from '../stalls.ts';
import {
  agentsText,
  agentText,
  amountText,
  callbackText,
  callText,
  code,
  countText,
  culpritText,
  durationText,
  onLine,
  primitiveText,
  sentenceCase,
  timesText,
  timeText,
} from './phrases.ts';
import { objectText } from './waits.ts';

export function tellLoopHeld(analysis: Analysis, insight: LoopHeld): string {
  const { stalls, totalNs, delays, lateLimits } = insight;
  const [stall] = stalls as readonly [LoopStall];
  if (stall.loop === null) return threadComputesText(analysis, insight, stall);
  const what = `${howText(stall)}${onLine(analysis, stall.location)}`;
  const culprits = distinct(stalls.map((each) => culpritText(analysis, each)));
  if (stalls.length === 1) {
    return `From ${timeText(stall.fromNs)} to ${timeText(stall.toNs)} the event loop was blocked by ${what} in ${culprits[0]}${objectClause(analysis, stall)}; ${delayText(analysis, delays, lateLimits)}.`;
  }
  const who =
    culprits.length === 1
      ? culprits[0]
      : agentsText(analysis, distinct(stalls.map(({ by }) => by)));
  return `${sentenceCase(what)} blocked the event loop ${timesText(stalls.length)}, for ${durationText(totalNs)} in all, in ${who}; ${delaysText(analysis, delays, lateLimits)}.`;
}

function threadComputesText(
  analysis: Analysis,
  { totalNs, delays, lateLimits }: LoopHeld,
  { by, location }: LoopStall,
): string {
  const who = sentenceCase(agentText(analysis, by));
  return `${who} computed${onLine(analysis, location)} for ${durationText(totalNs)} while others were ready, and of several threads only one computes at a time; ${delaysText(analysis, delays, lateLimits)}.`;
}

function howText({ call, wait }: LoopStall): string {
  if (call === '') return 'computing';
  return wait?.call ? callText(wait.call) : 'a blocking call';
}

/** What it waited for, where the call does not say it. */
function objectClause(analysis: Analysis, stall: LoopStall): string {
  const { wait } = stall;
  if (wait === null) return '';
  if (wait.channel !== null) {
    const name = /^(stdin|stdout|stderr) of (.*)/.exec(
      analysis.channels.get(wait.channel)?.name ?? '',
    );
    return name ? `, at the ${name[1]} of ${code(name[2] ?? '')}` : '';
  }
  const isNamed = wait.joins !== null || wait.process !== null || wait.job !== null;
  return isNamed ? `, which waited${objectText(analysis, wait)}` : lockText(analysis, stall);
}

/** Which lock it waited for, and who had it then. */
function lockText(analysis: Analysis, { wait, fromIndex }: LoopStall): string {
  const primitive = wait?.primitive == null ? undefined : analysis.primitives.get(wait.primitive);
  const state = primitive?.changes.findLast(({ eventIndex }) => eventIndex <= fromIndex + 1)?.state;
  if (!primitive || state?.kind !== 'threading' || state.holder === null) return '';
  return `, which waited for ${primitiveText(analysis, primitive.id)}, held by ${agentText(analysis, state.holder)}`;
}

function lateText(analysis: Analysis, { agent, callback }: Delay): string {
  return callback === null ? agentText(analysis, agent) : callbackText(analysis, callback);
}

/** Of one stall. */
function delayText(analysis: Analysis, delays: readonly Delay[], lateLimits: number): string {
  const [first, second] = delays;
  if (!first) return nobodyText(lateLimits);
  const worst = durationText(first.byNs);
  if (delays.length > 2) {
    return `${amountText(delays.length, 'other')} ran late, ${lateText(analysis, first)} by ${worst}`;
  }
  return second
    ? `${lateText(analysis, first)} ran ${worst} and ${lateText(analysis, second)} ${durationText(second.byNs)} late`
    : `${lateText(analysis, first)} ran ${worst} late`;
}

function nobodyText(lateLimits: number): string {
  if (lateLimits === 0) return 'no other task was ready';
  return `${amountText(lateLimits, 'time limit')} could not fire meanwhile`;
}

/** Of several. */
function delaysText(analysis: Analysis, delays: readonly Delay[], lateLimits: number): string {
  const [first, second] = delays;
  if (!first) return nobodyText(lateLimits);
  const worst = `${lateText(analysis, first)} had to wait ${durationText(first.byNs)} in all`;
  if (delays.length > 2) return `of ${countText(delays.length)} others that ran late, ${worst}`;
  return second ? `${worst}, ${lateText(analysis, second)} ${durationText(second.byNs)}` : worst;
}

export function tellLimitLate(analysis: Analysis, insight: LimitLate): string {
  const { call, task, location, dueNs, freeNs, hasFired, stall } = insight;
  const holder = culpritText(analysis, stall);
  const whose = stall.by === task && stall.callback === null ? `${holder} itself` : holder;
  const then = hasFired ? '' : '; by then, what it limited was done';
  return `The time limit of ${agentText(analysis, task)} (${code(call)}${onLine(analysis, location)}) was up at ${timeText(dueNs)} but could not fire until ${timeText(freeNs)}, because ${whose} held the event loop${then}.`;
}
