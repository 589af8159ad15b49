/** What `gather` passes on: the first exception among its tasks. It does not stop the others. */

import type { Analysis } from '../analysis/analysis.ts';
import { greatest } from '../analysis/extremes.ts';
import type { AgentId, Location } from '../trace/schema.ts';
import { eventsOf, eventsOfTask, finishIndexOf, type Placed } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface GatherFailed extends Fact {
  readonly kind: 'gather-failed';
  /** Whose exception was passed on. */
  readonly task: AgentId;
  /** Who awaited the list, and where. */
  readonly by: AgentId;
  readonly location: Location | null;
  readonly how: 'raised' | 'cancelled';
  /** Those of its tasks that went on. */
  readonly others: readonly AgentId[];
}

export function gatherFailures(analysis: Analysis): GatherFailed[] {
  return eventsOf(analysis, 'gather-failed').flatMap((failed): GatherFailed[] => {
    const { index, event } = failed;
    const { task, by, location } = event;
    const how = analysis.agents.get(task)?.finish?.how;
    const others = wentOn(analysis, failed);
    const isNews = how === 'cancelled' || (how === 'raised' && others.length > 0);
    if (!isNews) return [];
    const ends = others.map((id) => analysis.agents.get(id)?.finish ?? null);
    return [
      {
        kind: 'gather-failed',
        ...fact({
          events: [
            finishIndexOf(analysis, task),
            index,
            ...ends.map((end) => end?.eventIndex ?? null),
          ],
          fromNs: event.atNs,
          toNs: greatest([event.atNs, ...ends.map((end) => end?.atNs ?? event.atNs)]),
          agents: [task, by, ...others],
          locations: [location, ...ends.map((end) => end?.location ?? null)],
        }),
        ...{ task, by, location, how, others },
      },
    ];
  });
}

/** What the list still lacked; those that were stopped at once did not go on. */
function wentOn(analysis: Analysis, { index, event }: Placed<'gather-failed'>): AgentId[] {
  const wait = eventsOfTask(analysis, 'step-ended', event.by).findLast(
    (each) => each.index < index,
  );
  return (wait?.event.waitsOn?.tasks ?? []).filter((id) => {
    const finish = analysis.agents.get(id)?.finish;
    if (id === event.task || finish === undefined) return false;
    return finish === null || (finish.eventIndex > index && finish.atNs > event.atNs);
  });
}
