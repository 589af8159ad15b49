/** How a run went, said once and first: the sentence that matters most, and where to look. */
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { goesOn } from '../analysis/goes-on.ts';
import type { Trace } from '../trace/schema.ts';
import { type Insight, type InsightKind, insightsOf } from './insight.ts';
import { uncaughtEnd } from './uncaught.ts';
import { deadlockVerdict } from './words/deadlock.ts';
import { tellOutcome } from './words/outcome.ts';
import { sentencesOf } from './words/sentences.ts';
import { tellInsight } from './words/tell-insight.ts';
import { tellPlainEnd, tellStillRan, tellStopped, tellUncaught } from './words/verdict.ts';

export interface Verdict {
  /** One or two sentences. What stands between backticks is the program's own. */
  readonly text: string;
  /** What else there is to say of the same thing: `text` and these have the whole of it. */
  readonly more: readonly string[];
  readonly kind: VerdictKind;
  /** The moment that it points at; 0 where it points at none. */
  readonly atNs: number;
  /** What it tells; null where no insight says it. */
  readonly insight: Insight | null;
}

export type VerdictKind =
  /** The program did what it should, and nothing is to be said against that. */
  | 'fine'
  /** It ended well, and there is something to know. */
  | 'noteworthy'
  /** It failed, or cannot go on. */
  | 'broken'
  /** It was not at its end, as a server or a ticker never is. */
  | 'goes-on';

/** More sentences than fit into this stand below. */
const LONGEST = 220;
const MOST_SENTENCES = 2;

export function verdictOf(trace: Trace): Verdict {
  const { told, also = [], ...rest } = judged(analysisOf(trace), insightsOf(trace));
  const sentences = sentencesOf(told);
  const fitting = sentences
    .slice(0, MOST_SENTENCES)
    .filter((_, at) => at === 0 || sentences.slice(0, at + 1).join(' ').length <= LONGEST);
  return {
    text: fitting.join(' '),
    more: [...sentences.slice(fitting.length), ...also],
    ...rest,
  };
}

/** The insights that the verdict does not tell. */
export function restOf(insights: readonly Insight[], verdict: Verdict): readonly Insight[] {
  return insights.filter((insight) => insight !== verdict.insight);
}

interface Judged extends Pick<Verdict, 'kind' | 'atNs' | 'insight'> {
  readonly told: string;
  readonly also?: readonly string[];
}

function judged(analysis: Analysis, insights: readonly Insight[]): Judged {
  const { trace } = analysis;
  const { outcome, endedNs } = trace;
  switch (outcome.kind) {
    case 'exited':
      return exited(analysis, insights, outcome.status);
    case 'deadlocked':
    case 'serving':
      return stoodStill(analysis, insights);
    case 'stopped':
    case 'running':
    case 'limited':
      return goesOn(outcome) || outcome.kind === 'stopped'
        ? wentOn(trace, insights)
        : failed(trace, endedNs);
    case 'crashed':
      return failed(trace, endedNs);
  }
}

function exited(analysis: Analysis, insights: readonly Insight[], status: number): Judged {
  const { trace } = analysis;
  const [first] = insights;
  const uncaught = uncaughtEnd(analysis);
  if (uncaught) {
    if (first && saysWhyItEnded(first)) return ofInsight(trace, first, 'broken');
    const atNs = uncaught.members[0]?.raisedNs ?? uncaught.error.raisedNs ?? uncaught.atNs;
    return { told: tellUncaught(analysis, uncaught), kind: 'broken', atNs, insight: null };
  }
  if (status !== 0) {
    if (first?.kind === 'exit-in-task') return ofInsight(trace, first, 'broken');
    const told = tellPlainEnd(analysis, status);
    return { told, kind: 'broken', atNs: trace.endedNs, insight: null };
  }
  if (!first) return { told: tellPlainEnd(analysis, 0), kind: 'fine', atNs: 0, insight: null };
  return ofInsight(trace, first, FINE.has(first.kind) ? 'fine' : 'noteworthy');
}

const FINE: ReadonlySet<InsightKind> = new Set(['concurrent', 'taking-turns']);

const WHY_IT_ENDED: ReadonlySet<InsightKind> = new Set([
  'missing-package',
  'missing-name',
  'await-outside',
  'loop-misuse',
  'passed-on',
  'exit-in-task',
]);

function saysWhyItEnded(insight: Insight): boolean {
  if (insight.kind === 'cancelled-from-below') return insight.endedProgram;
  return WHY_IT_ENDED.has(insight.kind);
}

function stoodStill(analysis: Analysis, insights: readonly Insight[]): Judged {
  const { trace } = analysis;
  const deadlock = insights.find((each) => each.kind === 'deadlock');
  if (deadlock) {
    return {
      ...deadlockVerdict(analysis, deadlock),
      kind: deadlock.awaitsSignals ? 'goes-on' : 'broken',
      atNs: trace.endedNs,
      insight: deadlock,
    };
  }
  const serving = insights.find((each) => each.kind === 'serving');
  if (!serving) return failed(trace, trace.endedNs);
  return ofInsight(trace, serving, serving.failures.length > 0 ? 'broken' : 'goes-on');
}

/** Whoever stopped a program knows that it did not end. */
function wentOn(trace: Trace, insights: readonly Insight[]): Judged {
  const { outcome, endedNs } = trace;
  const { summary, detail } = tellOutcome(outcome);
  const also = detail === '' ? [] : [detail];
  const lead =
    outcome.kind === 'stopped'
      ? tellStopped(endedNs)
      : trace.clock === 'real'
        ? tellStillRan(endedNs)
        : '';
  const why = insights.find(({ kind }) => WHY_IT_GOES_ON.has(kind));
  if (!why) return { told: lead || summary, also, kind: 'goes-on', atNs: 0, insight: null };
  const said = ofInsight(trace, why, isStuck(why) ? 'broken' : 'goes-on');
  return { ...said, told: lead === '' ? said.told : `${lead} ${said.told}` };
}

const WHY_IT_GOES_ON: ReadonlySet<InsightKind> = new Set([
  'computing',
  'swallowed-cancel',
  'endless',
]);

/** Whether others cannot go on, or the program cannot end. */
function isStuck(why: Insight): boolean {
  if (why.kind === 'computing') return why.kept.length > 0 || why.lateLimits.length > 0;
  return why.kind === 'swallowed-cancel';
}

function failed({ outcome }: Trace, atNs: number): Judged {
  const { summary, detail } = tellOutcome(outcome);
  const also = detail === '' ? [] : [detail];
  return { told: summary, also, kind: 'broken', atNs, insight: null };
}

function ofInsight(trace: Trace, insight: Insight, kind: VerdictKind): Judged {
  return { told: tellInsight(trace, insight), kind, atNs: momentOf(insight), insight };
}

/** When that is to be seen of which an insight speaks. */
function momentOf({ kind, fromNs, toNs }: Insight): number {
  if (NO_MOMENT.has(kind)) return 0;
  return AT_ITS_END.has(kind) ? toNs : fromNs;
}

const NO_MOMENT: ReadonlySet<InsightKind> = new Set(['endless', 'concurrent', 'taking-turns']);

/** What came of something, where others begin with what is told. */
const AT_ITS_END: ReadonlySet<InsightKind> = new Set([
  'cancelled',
  'cancelled-from-below',
  'computing',
  'destroyed',
  'left-unfinished',
  'serving',
  'swallowed-cancel',
  'time-limit',
]);
