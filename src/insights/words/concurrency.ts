/** How it is told that tasks waited together, one after another, or for their turn. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Concurrent } from '../concurrency.ts';
import type { SerialWaits } from '../serial-waits.ts';
import type { MadePerCall, TakingTurns } from '../sharing.ts';
import {
  agentsText,
  agree,
  code,
  countText,
  durationText,
  listText,
  onLine,
  onLines,
  primitiveText,
  sentenceCase,
  timesText,
} from './phrases.ts';

export function tellSerialWaits(analysis: Analysis, insight: SerialWaits): string {
  const { waiting, awaited, times, totalNs, longestNs, locations } = insight;
  const who = sentenceCase(agentsText(analysis, waiting));
  const where = onLines(analysis, locations);
  const none = awaited === null || awaited.length === 1 ? 'none' : 'no round';
  const could = `As ${none} is given what another returned, ${code('gather')} could run them together, in ${durationText(longestNs)}`;
  return awaited === null
    ? `${who}, each made${where} when the one before was done, waited one after another: ${durationText(totalNs)}. Where none needs what another returned, they could go on together, in ${durationText(longestNs)}.`
    : `${who} awaited ${listText(awaited.map(code))} ${timesText(times)}${where}, one after another: ${durationText(totalNs)}. ${could}.`;
}

export function tellConcurrent(
  analysis: Analysis,
  { tasks, tookNs, insteadNs }: Concurrent,
): string {
  return `${sentenceCase(agentsText(analysis, tasks))} waited at the same time: ${durationText(tookNs)} instead of ${durationText(insteadNs)}.`;
}

export function tellTakingTurns(analysis: Analysis, insight: TakingTurns): string {
  const { primitive, waiting, times, waitedNs, most } = insight;
  const name = primitiveText(analysis, primitive);
  const limit =
    most === null
      ? `${sentenceCase(name)} was held by one task at a time`
      : `Never more than ${countText(most)} held ${name} at once`;
  return `${limit}: ${agentsText(analysis, waiting)} waited for it, ${durationText(waitedNs)}${times > 1 ? ' in all' : ''}.`;
}

export function tellMadePerCall(analysis: Analysis, insight: MadePerCall): string {
  const { type, location, count, users } = insight;
  return `${sentenceCase(agentsText(analysis, users))} ${agree(users.length, 'made', 'each made')} a ${code(type)} of ${agree(users.length, 'its', 'their')} own${onLine(analysis, location)}, ${countText(count)} in all: nobody ever had to wait for another, and nothing was limited. To be shared, it has to be made once.`;
}
