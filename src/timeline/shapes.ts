/** What is drawn of one lane. */
import type { Cancellation } from '../analysis/collect/cancellations.ts';
import type { Finish, Lane, Segment } from '../analysis/lanes.ts';
import type { WaitKind } from '../analysis/wait-kind.ts';
import { MAIN_AGENT, type Trace } from '../trace/schema.ts';
import type { Scale } from './scale.ts';
import { fractionOf, standsUntilNs, type Window } from './window.ts';
import {
  cancelText,
  finishedText,
  finishText,
  outputText,
  segmentText,
  stateText,
} from './words.ts';

export type Shape =
  /** A stretch of time in one state. */
  | {
      readonly kind: 'span';
      readonly state: Segment['state'];
      /** Of one that waits, how. */
      readonly wait: WaitKind | null;
      readonly from: number;
      readonly to: number;
      readonly title: string;
    }
  /** How much of a stretch of time it ran, where that was in too many slices to be seen. */
  | {
      readonly kind: 'share';
      readonly state: 'running' | 'blocked';
      readonly from: number;
      readonly to: number;
      readonly share: number;
      readonly title: string;
    }
  /** A slice of running that took no time, and must be seen all the same. */
  | { readonly kind: 'tick'; readonly at: number; readonly title: string }
  | {
      readonly kind: 'finish';
      readonly how: Finish['how'];
      readonly at: number;
      readonly title: string;
    }
  /** Somebody asked it to stop, and it went on for a while, or caught that. */
  | {
      readonly kind: 'cancel';
      readonly at: number;
      /** How far it went on. */
      readonly to: number;
      readonly isCaught: boolean;
      readonly title: string;
    }
  /** The run, or its trace, was over before the task was. */
  | { readonly kind: 'unfinished'; readonly at: number; readonly title: string }
  | {
      readonly kind: 'output';
      readonly stream: 'stdout' | 'stderr';
      readonly at: number;
      readonly title: string;
    };

export interface ShapeContext {
  readonly window: Window;
  readonly trace: Trace;
  /** Default: by the clock. By steps, nothing is said of times. */
  readonly scale?: Scale;
  readonly labels: ReadonlyMap<number, string>;
}

/** What is drawn of one lane. */
export function shapesOf(lane: Lane, context: ShapeContext): Shape[] {
  const { window, trace, labels } = context;
  const isTimed = context.scale !== 'steps';
  const at = (ns: number) => fractionOf(ns, window);
  const shown = ({ fromNs, toNs }: Window) => toNs >= window.fromNs && fromNs <= window.toNs;
  const shownAt = (ns: number) => shown({ fromNs: ns, toNs: ns });
  const shapes: Shape[] = [];

  // The ticks come last: a slice of running must not vanish under the wait that follows it.
  const ticks: Shape[] = [];
  for (const segment of lane.segments.filter(shown)) {
    const title = isTimed ? segmentText(segment, labels) : stateText(segment, labels);
    if (segment.state === 'running' && segment.toNs === segment.fromNs) {
      ticks.push({ kind: 'tick', at: at(segment.fromNs), title });
    } else {
      const from = Math.max(0, at(segment.fromNs));
      const to = Math.min(1, at(segment.toNs));
      const wait = segment.state === 'waiting' ? segment.kind : null;
      shapes.push({ kind: 'span', state: segment.state, wait, from, to, title });
    }
  }
  shapes.push(...ticks);

  const lines = lane.output.filter(({ atNs }) => shownAt(atNs));
  for (const together of Map.groupBy(lines, ({ atNs }) => atNs).values()) {
    const [first] = together;
    if (!first) continue;
    const stream = together.some((line) => line.stream === 'stderr') ? 'stderr' : 'stdout';
    const title = isTimed ? outputText(together) : together.map(({ text }) => text).join('\n');
    shapes.push({ kind: 'output', stream, at: at(first.atNs), title });
  }

  for (const request of lane.requests.filter(hasTime(lane))) {
    const { atNs, caught } = request;
    if (!shownAt(atNs)) continue;
    const title = isTimed ? cancelText(request, labels) : 'asked to stop';
    const to = Math.min(1, at(lane.finish?.atNs ?? lane.lostNs ?? trace.endedNs));
    shapes.push({ kind: 'cancel', at: at(atNs), to, isCaught: caught !== null, title });
  }

  if (lane.finish === null) {
    const lastNs = lane.lostNs ?? standsUntilNs(trace) ?? trace.endedNs;
    const title = lane.lostNs === null ? 'never finished' : 'not recorded any further';
    const open = lane.segments.length > 0 && lane.task !== MAIN_AGENT && shownAt(lastNs);
    if (open) shapes.push({ kind: 'unfinished', at: at(lastNs), title });
  } else if (shownAt(lane.finish.atNs)) {
    const { how, atNs } = lane.finish;
    const title = isTimed ? finishText(lane.finish) : finishedText(lane.finish);
    shapes.push({ kind: 'finish', how, at: at(atNs), title });
  }
  return shapes;
}

/** Of a task that ended at once, its end says that it was cancelled. */
function hasTime({ finish }: Lane): (request: Cancellation) => boolean {
  return ({ atNs }) => finish === null || finish.atNs > atNs;
}
