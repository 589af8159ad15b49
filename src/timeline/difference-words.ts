/** How two runs differ, in words: what differs first, and what else does. */
import type { Finish } from '../analysis/collect/agents.ts';
import type { Differences, OtherEnd } from '../analysis/compare/differences.ts';
import type { JointSteps, Parting } from '../analysis/compare/joint-steps.ts';
import type { OutputComparison } from '../analysis/compare-output.ts';
import { labelOf } from '../analysis/labels.ts';
import { stateAt } from '../analysis/state-at.ts';
import type { Step } from '../analysis/steps.ts';
import { lateWords } from '../insights/words/late.ts';
import { tellOutcome } from '../insights/words/outcome.ts';
import { code, countText, listText } from '../insights/words/phrases.ts';
import type { AgentId, Trace } from '../trace/schema.ts';
import { secondsText } from './seconds.ts';
import { stepText } from './step-words.ts';
import { finishedText } from './words.ts';

/** A sentence, and what it says of either run; empty where there is nothing to add. */
export interface PartingWords {
  readonly lead: string;
  readonly left: string;
  readonly right: string;
}

/** One thing that differs: what it is about, and how it is in either run. */
export interface DifferenceWords {
  readonly about: string;
  readonly left: string;
  /** Null where `left` speaks of both. */
  readonly right: string | null;
}

/** Of more than these the rest is counted. */
const MOST_NAMED = 6;
/** Less is no time that anybody waits for, and all that follows what was just late is just late. */
const LEAST_TOLD_NS = 1e6;

export function partingWords(left: Trace, right: Trace, steps: JointSteps): PartingWords {
  const { parting } = steps;
  if (!parting) {
    return { lead: 'Both runs are the same: every step, at the same time.', left: '', right: '' };
  }
  if (!parting.left && !parting.right) {
    return { lead: 'Every step is the same; only the ends differ.', ...endWords(left, right) };
  }
  const texts = [sideText(left, parting.left), sideText(right, parting.right)] as const;
  const times = [parting.left?.atNs ?? parting.atNs, parting.right?.atNs ?? parting.atNs] as const;
  if (parting.left && parting.right && texts[0] === texts[1] && times[0] !== times[1]) {
    return {
      lead: `The first difference is a time: ${texts[0]}.`,
      left: atText(times[0], times[1]),
      right: atText(times[1], times[0]),
    };
  }
  return {
    lead: `The first difference is at ${secondsText(parting.atNs)}.`,
    left: timed(texts[0], times[0], parting),
    right: timed(texts[1], times[1], parting),
  };
}

export function differenceWords(
  left: Trace,
  right: Trace,
  { end, leftOnly, rightOnly, otherEnds, otherTimes, output, isReordered }: Differences,
): readonly DifferenceWords[] {
  const rows: DifferenceWords[] = [];
  const apart = Math.abs(left.endedNs - right.endedNs);
  if (end === 'way' || (end === 'time' && apart >= LEAST_TOLD_NS))
    rows.push({ about: 'The end', ...endWords(left, right) });
  const later = otherTimes.filter((each) => Math.abs(apartNs(each)) >= LEAST_TOLD_NS);
  const tasks = [
    ...otherEnds.map((each) => taskWords(left, each, true)),
    ...later.map((each) => taskWords(left, each, false)),
  ];
  rows.push(...tasks.slice(0, MOST_NAMED));
  if (tasks.length > MOST_NAMED) {
    const more = `${countText(tasks.length - MOST_NAMED)} more`;
    rows.push({
      about: 'Other tasks',
      left: `${more} ended otherwise, or at another time`,
      right: null,
    });
  }
  if (leftOnly.length + rightOnly.length > 0) {
    rows.push({
      about: 'In one run only',
      left: namesText(left, leftOnly),
      right: namesText(right, rightOnly),
    });
  }
  rows.push({ about: 'Output', left: outputText(output, isReordered), right: null });
  const late = [lateWords(left), lateWords(right)] as const;
  if (late[0].length + late[1].length > 0) {
    rows.push({ about: 'Put off', left: someOf(late[0]), right: someOf(late[1]) });
  }
  return rows;
}

/** `"1 ms later"`, `"0.001 ms later"`, `"2.500 s later"` */
export function laterText(byNs: number): string {
  if (byNs >= 1e9) return `${secondsText(byNs)} later`;
  return `${Number((byNs / 1e6).toPrecision(3))} ms later`;
}

function sideText(trace: Trace, step: Step | null): string {
  if (!step) return 'nothing more happens';
  return stepText(trace, step, stateAt(trace, step.index, step.atNs));
}

/** Where the other is earlier, when this comes. */
function timed(text: string, atNs: number, { atNs: firstNs }: Parting): string {
  return atNs === firstNs ? text : `${text}, ${atText(atNs, firstNs)}`;
}

function atText(ns: number, otherNs: number): string {
  const at = `at ${secondsText(ns)}`;
  return ns > otherNs ? `${at}, ${laterText(ns - otherNs)}` : at;
}

function endWords(left: Trace, right: Trace) {
  return { left: endText(left), right: endText(right) };
}

function endText({ outcome, endedNs }: Trace): string {
  const summary = tellOutcome(outcome).summary.replace(/\.$/, '');
  const isTimed = outcome.kind === 'exited' || outcome.kind === 'deadlocked';
  return isTimed ? `${summary} (${secondsText(endedNs)})` : summary;
}

function taskWords(trace: Trace, each: OtherEnd, isOtherWay: boolean): DifferenceWords {
  const [one, other] = [each.left.finish, each.right.finish];
  const [oneNs, otherNs] = [one?.atNs ?? 0, other?.atNs ?? 0];
  const text = (finish: Finish | null, thanNs: number) => {
    if (!finish) return 'never finished';
    const how = isOtherWay ? finishedText(finish) : 'finished';
    return `${how} ${isOtherWay ? `at ${secondsText(finish.atNs)}` : atText(finish.atNs, thanNs)}`;
  };
  return {
    about: code(labelOf(trace, each.left.id)),
    left: text(one, otherNs),
    right: text(other, oneNs),
  };
}

function apartNs({ left, right }: OtherEnd): number {
  return (left.finish?.atNs ?? 0) - (right.finish?.atNs ?? 0);
}

function namesText(trace: Trace, agents: readonly AgentId[]): string {
  const named = agents.slice(0, MOST_NAMED).map((id) => code(labelOf(trace, id)));
  const left = agents.length - named.length;
  return listText(left > 0 ? [...named, `${countText(left)} more`] : named);
}

function outputText({ rows }: OutputComparison, isReordered: boolean): string {
  const count = (kind: OutputComparison['rows'][number]['kind']) =>
    rows.filter((row) => row.kind === kind).length;
  const lines = (many: number) => `${countText(many)} line${many === 1 ? '' : 's'}`;
  const retimed = count('retimed');
  const moved = retimed > 0 ? [`${lines(retimed)} at another time`] : [];
  if (isReordered) return listText(['the same lines, in another order', ...moved]);
  const parts = [
    ...(count('changed') > 0 ? [`${lines(count('changed'))} changed`] : []),
    ...(count('missing') > 0 ? [`${lines(count('missing'))} missing in the second`] : []),
    ...(count('added') > 0 ? [`${lines(count('added'))} in the second only`] : []),
    ...moved,
  ];
  return parts.length === 0 ? 'the same' : listText(parts);
}

function someOf(sentences: readonly string[]): string {
  if (sentences.length === 0) return 'nothing';
  const left = sentences.length - MOST_NAMED;
  const more = left > 0 ? [`And ${countText(left)} more.`] : [];
  return [...sentences.slice(0, MOST_NAMED), ...more].join(' ');
}
