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
  onLine,
  primitiveText,
  sentenceCase,
  timesText,
} from './phrases.ts';

export function tellSerialWaits(analysis: Analysis, insight: SerialWaits): string {
  const { waiting, times, totalNs } = insight;
  const who = sentenceCase(agentsText(analysis, waiting));
  const inAll = `${durationText(totalNs)} in all`;
  return waiting.length === 1
    ? `${who} waited ${timesText(times)} in a row, ${inAll}; nothing else ran meanwhile.`
    : `${who} waited one after another, ${inAll}, and never two at the same time.`;
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
