/** How it is told that a pool was full, or that a thread could not be stopped. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import type { NotStopped, PoolFull } from '../pools.ts';
import { agentText, code, countText, durationText, sentenceCase, timeText } from './phrases.ts';

export function tellPoolFull(analysis: Analysis, insight: PoolFull): string {
  const { pool, places, function: name, waited, jobs, longestNs } = insight;
  const label = code(analysis.pools.get(pool)?.label ?? 'the executor');
  const threads = places === 1 ? 'one job' : `${countText(places)} jobs`;
  const what = name === null ? 'jobs' : `calls of ${code(shortName(name))}`;
  return `${sentenceCase(label)} runs ${threads} at a time: of ${countText(jobs)} ${what}, ${countText(waited)} had to wait for a free thread, the longest for ${durationText(longestNs)}.`;
}

export function tellNotStopped(analysis: Analysis, insight: NotStopped): string {
  const { function: name, thread, by, cancelledNs, endedNs, heldExit } = insight;
  const where = thread === null ? 'its thread' : agentText(analysis, thread);
  const until =
    endedNs === null
      ? 'it had not returned when the run ended'
      : `it went on until ${timeText(endedNs)}${heldExit ? ', and the program could not end before it did' : ''}`;
  return `Cancelling ${code(shortName(name))} at ${timeText(cancelledNs)} (by ${agentText(analysis, by)}) did not stop ${where}: code that runs in a thread cannot be cancelled, so ${until}.`;
}
