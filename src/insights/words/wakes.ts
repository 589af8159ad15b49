/** How it is told that a loop was not woken. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { OtherLoop } from '../other-loop.ts';
import type { EventUnseen } from '../unseen-events.ts';
import type { MissedWake, TwoLoops } from '../wakes.ts';
import {
  agentsText,
  agentText,
  callbackText,
  code,
  countText,
  onLine,
  primitiveText,
  sentenceCase,
  timeText,
} from './phrases.ts';
import { waitText } from './waits.ts';

export function tellMissedWake(analysis: Analysis, missed: MissedWake): string {
  return `${sentenceCase(missedWakeText(analysis, missed))}.`;
}

/** Without the full stop, and not yet beginning as a sentence does. */
export function missedWakeText(analysis: Analysis, missed: MissedWake): string {
  const { by, call, location, fromLoop, atNs, times, primitive } = missed;
  const often = times === 1 ? '' : ` (the first of ${countText(times)} that it missed)`;
  const did = call === null ? 'acted on the event loop' : `called ${code(call)}`;
  const act = `${agentText(analysis, by)} ${did}${onLine(analysis, location)} at ${timeText(atNs)}${often}`;
  const went = wentOnText(analysis, missed);
  if (fromLoop !== null) {
    const shared = primitive === null ? 'It' : primitiveText(analysis, primitive);
    return `${act}, in another event loop, which does not wake this one: ${went}. ${sentenceCase(shared)} works within one event loop only`;
  }
  return `${act}, but a call from another thread does not wake the event loop: ${went}. ${call === LOOP_STOP ? STOP_CURE : CURE}`;
}

function wentOnText(
  analysis: Analysis,
  { call, task, callback, wait, seenNs, dueNs }: MissedWake,
): string {
  const when = seenNs === null ? null : `only at ${timeText(seenNs)}`;
  if (task !== null) {
    const waits = wait ? `, which waited${waitText(analysis, wait)},` : '';
    const did = wait ? ['never went on', 'went on'] : ['never began', 'began'];
    return `${agentText(analysis, task)}${waits} ${when === null ? did[0] : `${did[1]} ${when}`}`;
  }
  if (call === LOOP_STOP) return when === null ? 'it never stopped' : `it stopped ${when}`;
  const what = callback === null ? 'what it put in' : callbackText(analysis, callback);
  const due = dueNs === null ? '' : `, due at ${timeText(dueNs)},`;
  return `${what}${due} ${when === null ? 'never ran' : `ran ${when}`}`;
}

/** What puts nothing into a loop, and is not heard all the same. */
const LOOP_STOP = 'loop.stop';

const STOP_CURE = `Call it as ${code('loop.call_soon_threadsafe(loop.stop)')}`;

const CURE = `Such calls belong in ${code('loop.call_soon_threadsafe(…)')}, coroutines in ${code('asyncio.run_coroutine_threadsafe(…)')}`;

export function tellEventUnseen(analysis: Analysis, insight: EventUnseen): string {
  const { primitive, by, location, fromNs } = insight;
  return `${sentenceCase(agentText(analysis, by))} set ${primitiveText(analysis, primitive)} at ${timeText(fromNs)} and cleared it${onLine(analysis, location)} before anybody else ran: nobody waited at it just then, so nobody could notice.`;
}

export function tellTwoLoops(analysis: Analysis, { primitive, users }: TwoLoops): string {
  const name = sentenceCase(primitiveText(analysis, primitive));
  return `${name} is used by event loops in different threads (by ${agentsText(analysis, users)}): what one of them sets or releases does not wake a task that waits in the other.`;
}

export function tellOtherLoop(analysis: Analysis, insight: OtherLoop): string {
  const { task, location, primitive, first, firstAt } = insight;
  const name = primitiveText(analysis, primitive);
  return `${sentenceCase(agentText(analysis, task))}${onLine(analysis, location)} could not wait at ${name}, which belongs to the event loop in which ${agentText(analysis, first)} had first waited at it${onLine(analysis, firstAt)}. Each ${code('asyncio.run')} has a loop of its own: make ${name} in the coroutine that is run.`;
}
