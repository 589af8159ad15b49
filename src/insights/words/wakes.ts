/** How it is told that a loop was not woken. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { MissedWake, TwoLoops } from '../wakes.ts';
import {
  agentsText,
  agentText,
  callbackText,
  code,
  onLine,
  primitiveText,
  sentenceCase,
  timesText,
  timeText,
} from './phrases.ts';

export function tellMissedWake(analysis: Analysis, missed: MissedWake): string {
  return `${sentenceCase(missedWakeText(analysis, missed))}.`;
}

/** Without the full stop, beginning in lower case. */
export function missedWakeText(analysis: Analysis, missed: MissedWake): string {
  const { by, call, location, fromLoop, task, callback, atNs, seenNs, times, primitive } = missed;
  const did = call === null ? 'acted' : `called ${code(call)}`;
  const often = times === 1 ? '' : ` (${timesText(times)} in all)`;
  const act = `${agentText(analysis, by)} ${did}${onLine(analysis, location)} at ${timeText(atNs)}${often}`;
  const whom =
    task !== null
      ? agentText(analysis, task)
      : callback !== null
        ? callbackText(analysis, callback)
        : 'what it made ready';
  const went =
    seenNs === null ? `${whom} never went on` : `${whom} went on only at ${timeText(seenNs)}`;
  if (fromLoop !== null) {
    const shared = primitive === null ? 'that' : primitiveText(analysis, primitive);
    return `${act}, in another event loop than that of ${whom}, and one loop does not wake the other: ${went}. An event loop cannot share ${shared} with another`;
  }
  return `${act}, from a thread other than the event loop's, which does not wake the loop: ${went}. ${CURE}`;
}

const CURE = `From another thread, ${code('loop.call_soon_threadsafe(…)')} is the way to wake it, and ${code('asyncio.run_coroutine_threadsafe(…)')} for a coroutine`;

export function tellTwoLoops(analysis: Analysis, { primitive, users }: TwoLoops): string {
  const name = sentenceCase(primitiveText(analysis, primitive));
  return `${name} is used by event loops in different threads (by ${agentsText(analysis, users)}): what one of them sets or releases does not wake a task that waits in the other.`;
}
