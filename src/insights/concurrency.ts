/** Waits of sibling tasks that went on at the same time. */

import type { Analysis } from '../analysis/analysis.ts';
import { greatest, least } from '../analysis/extremes.ts';
import type { Lane } from '../analysis/lanes.ts';
import { type Span, union } from '../analysis/span.ts';
import type { AgentId } from '../trace/schema.ts';
import { creationIndexOf, finishIndexOf } from './events-of.ts';
import { type Fact, fact } from './fact.ts';
import { isOwnTask } from './own-tasks.ts';

export interface Concurrent extends Fact {
  readonly kind: 'concurrent';
  readonly tasks: readonly AgentId[];
  /** What their waits took together, and would have taken after one another. */
  readonly tookNs: number;
  readonly insteadNs: number;
}

const MOST = 3;

/** Less than a tenth saved is a coincidence. */
const LEAST_SAVED = 0.1;

export function concurrency(analysis: Analysis): Concurrent[] {
  if (analysis.trace.outcome.kind !== 'exited') return [];
  const tasks = analysis.lanes.filter(({ task }) => isOwnTask(analysis, task));
  const families = Map.groupBy(tasks, ({ parent }) => parent);
  return [...families]
    .filter(([parent]) => analysis.agents.get(parent)?.kind === 'task')
    .flatMap(([, siblings]) => contemporaries(analysis, siblings))
    .map((members) => {
      const waits = members.flatMap((member) => member.waits);
      const lanes = members.map(({ lane }) => lane);
      return { lanes, waits, insteadNs: sumNs(waits), tookNs: sumNs(union(waits)) };
    })
    .filter(
      ({ lanes, waits, insteadNs, tookNs }) =>
        lanes.length > 1 &&
        insteadNs - tookNs > LEAST_SAVED * insteadNs &&
        mostAtOnce(waits) === lanes.length,
    )
    .sort((a, b) => b.insteadNs - b.tookNs - (a.insteadNs - a.tookNs))
    .slice(0, MOST)
    .map(({ lanes, waits, insteadNs, tookNs }) => {
      const ids = lanes.map(({ task }) => task);
      return {
        kind: 'concurrent',
        ...fact({
          events: ids.flatMap((id) => [creationIndexOf(analysis, id), finishIndexOf(analysis, id)]),
          fromNs: least(waits.map(({ fromNs }) => fromNs)),
          toNs: greatest(waits.map(({ toNs }) => toNs)),
          agents: ids,
        }),
        tasks: ids,
        tookNs,
        insteadNs,
      };
    });
}

interface Member {
  readonly lane: Lane;
  readonly waits: readonly Span[];
}

/** Siblings in groups that were alive at the same time: those that waited, and came to their end. */
function contemporaries(analysis: Analysis, siblings: readonly Lane[]): Member[][] {
  const groups: Member[][] = [];
  let untilNs = Number.NEGATIVE_INFINITY;
  for (const lane of siblings) {
    if (lane.finish?.how !== 'returned') continue;
    const waits = ownWaits(analysis, lane);
    if (waits.length === 0) continue;
    if (lane.createdNs < untilNs) groups.at(-1)?.push({ lane, waits });
    else groups.push([{ lane, waits }]);
    untilNs = Math.max(untilNs, lane.finish.atNs);
  }
  return groups;
}

/** Waits that are nobody's turn: for a timer, or for work in a thread while it was worked on. */
function ownWaits({ jobs }: Analysis, { segments }: Lane): Span[] {
  return segments.flatMap((segment): Span[] => {
    if (segment.state !== 'waiting') return [];
    const { fromNs, toNs, on } = segment;
    if (on.untilNs !== null) return [{ fromNs, toNs }];
    const job = on.job === null ? undefined : jobs.get(on.job);
    if (!job || job.beganNs === null) return [];
    const worked = { fromNs: Math.max(fromNs, job.beganNs), toNs };
    return worked.fromNs < toNs ? [worked] : [];
  });
}

/** How many of them went on at the same time, at the most. */
function mostAtOnce(spans: readonly Span[]): number {
  const ends = spans.map(({ toNs }) => toNs).sort((a, b) => a - b);
  let [most, over] = [0, 0];
  for (const [i, { fromNs }] of spans.toSorted((a, b) => a.fromNs - b.fromNs).entries()) {
    while ((ends[over] ?? Number.POSITIVE_INFINITY) <= fromNs) over += 1;
    most = Math.max(most, i + 1 - over);
  }
  return most;
}

function sumNs(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
}
