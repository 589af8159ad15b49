/** Waits of sibling tasks that went on at the same time. */
import { shortName } from '../analysis/agents.ts';
import { type Lane, lanesOf } from '../analysis/lanes.ts';
import type { Span } from '../analysis/span.ts';
import type { Recording } from '../trace/recording.ts';
import { type Explanation, spanOf } from './explanation.ts';
import { code, countText, durationText, namesText, sentenceCase } from './wording.ts';

const MOST = 3;

/** Less than a tenth saved is a coincidence. */
const LEAST_SAVED = 0.1;

/** More siblings than this are told by their coroutine. */
const MOST_NAMES = 4;

export function explainTogether(recording: Recording): Explanation[] {
  // What has no name but its class's is none of the program's own tasks.
  const tasks = lanesOf(recording).filter(
    ({ kind, coroutine }) => kind === 'task' && !/^<|^async_generator_/.test(coroutine),
  );
  const families = Map.groupBy(tasks, ({ parent }) => parent);
  return [...families.values()]
    .flatMap(contemporaries)
    .map((lanes) => ({ lanes, naps: lanes.flatMap(napsOf) }))
    .map(({ lanes, naps }) => ({ lanes, naps, sumNs: sumNs(naps), unionNs: unionNs(naps) }))
    .filter(
      ({ lanes, sumNs, unionNs }) => lanes.length > 1 && sumNs - unionNs > LEAST_SAVED * sumNs,
    )
    .sort((a, b) => b.sumNs - b.unionNs - (a.sumNs - a.unionNs))
    .slice(0, MOST)
    .map(({ lanes, naps, sumNs, unionNs }) => ({
      kind: 'together',
      text: `${whoText(lanes)} waited at the same time: ${durationText(unionNs)} instead of ${durationText(sumNs)}.`,
      ...spanOf(naps),
      agents: lanes.map(({ task }) => task),
      lines: [],
      primitives: [],
    }));
}

function whoText(lanes: readonly Lane[]): string {
  if (lanes.length <= MOST_NAMES) return namesText(lanes.map(({ label }) => label));
  const coroutines = new Set(lanes.map(({ coroutine }) => coroutine));
  const of = coroutines.size === 1 ? ` (${code(shortName(lanes[0]?.coroutine ?? ''))})` : '';
  return `${sentenceCase(countText(lanes.length))} tasks${of}`;
}

/** Siblings in groups that were alive at the same time: those that slept, and came to their end. */
function contemporaries(siblings: readonly Lane[]): Lane[][] {
  const groups: Lane[][] = [];
  let untilNs = Number.NEGATIVE_INFINITY;
  for (const lane of siblings) {
    if (lane.finish?.how !== 'returned' || napsOf(lane).length === 0) continue;
    if (lane.createdNs < untilNs) groups.at(-1)?.push(lane);
    else groups.push([lane]);
    untilNs = Math.max(untilNs, lane.finish.atNs);
  }
  return groups;
}

/** Waits that are nobody's turn: for a timer, or for work in a thread. */
function napsOf({ segments }: Lane): Span[] {
  return segments.filter(
    (segment) =>
      segment.state === 'waiting' &&
      (segment.on.untilNs !== null || segment.on.call === 'to_thread'),
  );
}

function sumNs(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
}

function unionNs(spans: readonly Span[]): number {
  let total = 0;
  let doneNs = 0;
  for (const { fromNs, toNs } of spans.toSorted((a, b) => a.fromNs - b.fromNs)) {
    total += Math.max(0, toNs - Math.max(fromNs, doneNs));
    doneNs = Math.max(doneNs, toNs);
  }
  return total;
}
