/** What a page asks to be drawn, and what it takes to judge it: read from the recording at build. */
import { analysisOf } from '../../analysis/analysis.ts';
import type { Finish, Lane } from '../../analysis/lanes.ts';
import {
  absentText,
  couldRunBecause,
  doingsOf,
  endedBecause,
} from '../../insights/words/why-then.ts';
import { MOST_MARKS, markStepNs } from '../../timeline/axis.ts';
import { fewLanes } from '../../timeline/few-lanes.ts';
import { roundStep } from '../../timeline/seconds.ts';
import type { Trace } from '../../trace/schema.ts';
import { type DrawQuestion, type RunsAtQuestion, secondsOf } from './drawn.ts';
import type { DrawPrediction, RunsAtPrediction } from './prediction.ts';

type DrawWish = DrawPrediction['draw'] & Pick<DrawPrediction, 'because'>;

/** More lanes than this are a chore to draw. */
const MOST_LANES = 8;
/** The picture goes on past the run's end, or its edge would be the answer. */
const PAST_END = 1.35;
/** A mark's distance holds so many steps; twice as many where an end lies between two of them. */
const STEPS_A_MARK = 10;

/**
 * @param where names the question in errors.
 * @throws where a task is not in the run, did not end, or where there is nothing to draw.
 */
export function drawQuestion(trace: Trace, wish: DrawWish, where: string): DrawQuestion {
  const lanes = askedLanes(trace, wish.tasks, where).filter(
    (lane) => lane.finish !== null || wish.tasks !== undefined,
  );
  if (lanes.length === 0 || lanes.length > MOST_LANES) {
    throw new Error(
      `${where}: drawing needs 1 to ${MOST_LANES} tasks that end, found ${lanes.length}. Name some in tasks.`,
    );
  }
  const ended = lanes.map((lane) => {
    if (lane.finish) return { ...lane, finish: lane.finish };
    throw new Error(`${where}: expected tasks that end, but "${lane.label}" never did.`);
  });
  const analysis = analysisOf(trace);
  const window = windowOf(trace, wish.until, where);
  const markNs = markStepNs(window);
  return {
    kind: 'draw',
    ask: wish.ask ?? 'When does each task end? Drag each bar to its end.',
    because: wish.because ?? null,
    ...picturesOf(trace, ended, window),
    stepNs: snapNs(ended, markNs),
    toleranceNs: markNs / STEPS_A_MARK,
    lanes: ended.map((lane) => ({
      label: lane.label,
      endNs: lane.finish.atNs,
      doings: doingsOf(analysis, lane),
      why: endedBecause(analysis, lane),
    })),
  };
}

/** @throws where the moment is not in the run, or nobody runs then. */
export function runsAtQuestion(
  trace: Trace,
  wish: RunsAtPrediction,
  where: string,
): RunsAtQuestion {
  const atNs = nsOf(wish.runsAt, `${where}, runsAt`);
  if (atNs > trace.endedNs) {
    throw new Error(
      `${where}, runsAt: expected a moment of the run, which ends at ${secondsOf(trace.endedNs)}, found "${wish.runsAt}".`,
    );
  }
  const lanes = askedLanes(trace, wish.tasks, where);
  const analysis = analysisOf(trace);
  const judged = lanes.map((lane) => {
    const runs = runsAt(lane, atNs);
    const doing = doingsOf(analysis, lane).find(
      ({ fromNs, toNs }) => fromNs <= atNs && atNs < toNs,
    );
    const why = runs
      ? couldRunBecause(analysis, lane, atNs)
      : (absentText(lane, atNs) ?? doing?.words ?? null);
    return { label: lane.label, runs, why };
  });
  if (lanes.length < 2 || lanes.length > MOST_LANES || !judged.some(({ runs }) => runs)) {
    throw new Error(
      `${where}, runsAt: expected 2 to ${MOST_LANES} tasks of which at least one runs at ${wish.runsAt}, ` +
        `found ${lanes.length}, running: ${judged.flatMap(({ label, runs }) => (runs ? label : [])).join(', ') || 'none'}.`,
    );
  }
  return {
    kind: 'runs-at',
    ask: wish.ask ?? `Who runs at ${secondsOf(atNs)} seconds? Mark every task that does.`,
    because: wish.because ?? null,
    ...picturesOf(trace, lanes, windowOf(trace, wish.until, where)),
    atNs,
    lanes: judged,
  };
}

function picturesOf(trace: Trace, lanes: readonly Lane[], window: { fromNs: 0; toNs: number }) {
  const few = fewLanes(
    trace,
    lanes.map(({ task }) => task),
    window,
  );
  return { truth: few.picture, bareAxis: few.bareAxis, untilNs: window.toNs };
}

/** Those of the names, in their order; else all tasks. */
function askedLanes(trace: Trace, names: readonly string[] | undefined, where: string) {
  const lanes = analysisOf(trace).lanes.filter(({ kind }) => kind === 'task');
  if (!names) return lanes;
  return names.map((name) => {
    const found = lanes.filter(({ label }) => label === name);
    const [lane] = found;
    if (lane && found.length === 1) return lane;
    const known = lanes.map(({ label }) => `"${label}"`).join(', ');
    throw new Error(
      `${where}, tasks: expected some of ${known}, found "${name}"${found.length > 1 ? `, of which there are ${found.length}` : ''}.`,
    );
  });
}

function windowOf(trace: Trace, until: string | undefined, where: string) {
  if (trace.endedNs === 0) {
    throw new Error(
      `${where}: this run takes no time, so there is nothing to draw. Ask otherwise.`,
    );
  }
  if (until === undefined) {
    const leastNs = trace.endedNs * PAST_END;
    const markNs = roundStep(leastNs, MOST_MARKS);
    return { fromNs: 0, toNs: Math.ceil(leastNs / markNs) * markNs } as const;
  }
  const toNs = nsOf(until, `${where}, until`);
  if (toNs < trace.endedNs) {
    throw new Error(
      `${where}, until: expected at least the end of the run, ${secondsOf(trace.endedNs)}, found "${until}".`,
    );
  }
  return { fromNs: 0, toNs } as const;
}

function nsOf(seconds: string, where: string): number {
  const ns = Math.round(Number(seconds) * 1e9);
  if (seconds.trim() !== '' && ns >= 0) return ns;
  throw new Error(`${where}: expected seconds, such as "2.0", found "${seconds}".`);
}

function snapNs(lanes: readonly { readonly finish: Finish }[], markNs: number): number {
  const coarseNs = markNs / STEPS_A_MARK;
  const fits = (stepNs: number) => lanes.every(({ finish }) => finish.atNs % stepNs === 0);
  return !fits(coarseNs) && fits(coarseNs / 2) ? coarseNs / 2 : coarseNs;
}

/** Whether it had a step at that moment, if for no time at all. */
function runsAt(lane: Lane, atNs: number): boolean {
  return lane.segments.some(
    ({ state, fromNs, toNs }) =>
      (state === 'running' || state === 'blocked') && fromNs <= atNs && atNs <= toNs,
  );
}
