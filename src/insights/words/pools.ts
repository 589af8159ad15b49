/** How it is told that a pool was full, or that a thread could not be stopped. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import { MAIN_AGENT, type PrimitiveId } from '../../trace/schema.ts';
import type { ExitHeld, NotStopped, PoolFull } from '../pools.ts';
import {
  agentText,
  agree,
  code,
  countText,
  durationText,
  sentenceCase,
  timeText,
} from './phrases.ts';

export function tellPoolFull(analysis: Analysis, insight: PoolFull): string {
  const { places, function: name, waited, jobs, longestNs } = insight;
  const whose = poolText(analysis, insight.pool);
  const threads = `${workersText(places, isOfProcesses(analysis, insight.pool))} of ${whose}`;
  const what = name === null ? 'jobs' : `calls of ${code(shortName(name))}`;
  return `${threads} ${agree(places, 'was', 'were')} taken: of ${countText(jobs)} ${what}, ${durationText(insight.workNs)} of work in all, ${countText(waited)} had to wait for a free one, the longest for ${durationText(longestNs)}.`;
}

function workersText(places: number, isOfProcesses: boolean): string {
  const [one, many] = isOfProcesses ? ['process', 'processes'] : ['thread', 'threads'];
  if (places === 1) return `The only ${one}`;
  return places === 2 ? `Both ${many}` : `All ${countText(places)} ${many}`;
}

export function isOfProcesses({ primitives }: Analysis, pool: PrimitiveId): boolean {
  return primitives.get(pool)?.type.includes('Process') ?? false;
}

/** The default executor has no name in the program; its threads are named by asyncio. */
function poolText({ pools, primitives, agents }: Analysis, pool: PrimitiveId): string {
  const isDefault = [...agents.values()].some(
    (agent) => agent.pool === pool && /^asyncio_\d+$/.test(agent.name),
  );
  if (isDefault && primitives.get(pool)?.name === null) return 'the default executor';
  return code(pools.get(pool)?.label ?? 'the executor');
}

export function tellNotStopped(analysis: Analysis, insight: NotStopped): string {
  const { function: name, thread, by, cancelledNs, endedNs, heldExit } = insight;
  const where = thread === null ? 'its thread' : agentText(analysis, thread);
  const until =
    endedNs === null
      ? 'it had not returned when the run ended'
      : `it went on until ${timeText(endedNs)}${heldExit ? ', and the program could not end before it did' : ''}`;
  const whose = by === MAIN_AGENT ? '' : ` (by ${agentText(analysis, by)})`;
  return `Cancelling ${code(shortName(name))} at ${timeText(cancelledNs)}${whose} did not stop ${where}: code that runs in a thread cannot be cancelled, so ${until}.`;
}

export function tellExitHeld(analysis: Analysis, insight: ExitHeld): string {
  const { thread, function: name, last, lastNs, endedNs } = insight;
  const where = agentText(analysis, thread);
  const who = name === null ? where : `${code(shortName(name))} in ${where}`;
  return `${sentenceCase(agentText(analysis, last))} ended at ${timeText(lastNs)}, but the program could not end before ${who} did, at ${timeText(endedNs)}.`;
}
