/**
 * What can be demanded of a run: small predicates over its trace, declared as data, each with a
 * message of what was seen and when. Exercises are graded by them.
 */
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { occupancyOf, type Subject, subjectText } from '../analysis/occupancy.ts';
import { formatOutcome, formatSeconds } from '../analysis/transcript.ts';
import type { AgentId, PrimitiveId, Trace } from '../trace/schema.ts';
import { type CheckVerdict, failed, limitText, NS_PER_SECOND, passed } from './check-verdict.ts';
import { type InsightKind, insightsOf } from './insight.ts';
import { judgeOutput, type OutputCheck } from './output-checks.ts';
import { agentText, callText, countText, onLine, primitiveText } from './words/phrases.ts';
import { tellInsight } from './words/tell-insight.ts';

export type Check =
  /** The program ends by itself, with no error, at this time or before. */
  | { readonly kind: 'finishes-by'; readonly seconds: number }
  | { readonly kind: 'never-more-than'; readonly limit: number; readonly of: Subject }
  | { readonly kind: 'never-blocks-longer-than'; readonly seconds: number }
  /** Every task ends before the program does. */
  | { readonly kind: 'no-task-left-behind' }
  /** Some task is cancelled; none keeps a lock, dies pending or fails unheard. */
  | { readonly kind: 'cancels-cleanly' }
  /** No task that was asked to stop goes on, or ends as if it had not been asked. */
  | { readonly kind: 'lets-cancellation-through' }
  | OutputCheck;

export function judge(trace: Trace, check: Check): CheckVerdict {
  switch (check.kind) {
    case 'finishes-by':
      return finishesBy(trace, check.seconds);
    case 'never-more-than':
      return neverMoreThan(trace, check.limit, check.of);
    case 'never-blocks-longer-than':
      return neverBlocksLongerThan(trace, check.seconds);
    case 'no-task-left-behind':
      return noTaskLeftBehind(trace);
    case 'cancels-cleanly':
      return cancelsCleanly(trace);
    case 'lets-cancellation-through':
      return letsCancellationThrough(trace);
    case 'output-is':
    case 'output-contains':
    case 'output-ends-with':
    case 'prints-at':
      return judgeOutput(trace, check);
  }
}

function finishesBy({ outcome, endedNs }: Trace, seconds: number): CheckVerdict {
  const at = formatSeconds(endedNs);
  if (outcome.kind !== 'exited' || outcome.status !== 0) {
    return failed(`the program did not end well: ${formatOutcome(outcome)} at ${at}`, endedNs);
  }
  return endedNs <= seconds * NS_PER_SECOND
    ? passed(`the program ended at ${at}`, endedNs)
    : failed(`the program ended at ${at}; the limit is ${limitText(seconds)}`, endedNs);
}

function neverMoreThan(trace: Trace, limit: number, of: Subject): CheckVerdict {
  const occupancy = occupancyOf(analysisOf(trace), of);
  if (!occupancy) return failed(`the program has no ${subjectText(of, 1)}`);
  const over = occupancy.find(({ count }) => count > limit);
  if (!over) {
    const most = occupancy.reduce((most, { count }) => Math.max(most, count), 0);
    return passed(`never more than ${countText(most)} ${subjectText(of, most)} at once`);
  }
  const what = `${countText(over.count)} ${subjectText(of, over.count)} overlapped`;
  return failed(`${what} at ${formatSeconds(over.atNs)}; the limit is ${limit}`, over.atNs);
}

function neverBlocksLongerThan(trace: Trace, seconds: number): CheckVerdict {
  const analysis = analysisOf(trace);
  const [longest] = analysis.stalls
    .filter(({ by }) => !analysis.agents.get(by)?.hidden)
    .sort((a, b) => b.toNs - b.fromNs - (a.toNs - a.fromNs));
  if (!longest) return passed('nothing blocked the loop');
  const { fromNs, toNs, by, call, location } = longest;
  const how = call === '' ? 'computing' : callText(call);
  const what = `${agentText(analysis, by)} blocked the loop for ${formatSeconds(toNs - fromNs)} from ${formatSeconds(fromNs)} on, by ${how}${onLine(analysis, location)}`;
  return toNs - fromNs <= seconds * NS_PER_SECOND
    ? passed(what, fromNs)
    : failed(`${what}; the limit is ${limitText(seconds)}`, fromNs);
}

function noTaskLeftBehind(trace: Trace): CheckVerdict {
  const left = complaint(trace, LEFT);
  if (left) return left;
  const analysis = analysisOf(trace);
  const tasks = [...analysis.agents.values()].filter(
    ({ kind, hidden }) => kind === 'task' && !hidden,
  );
  const open = tasks.find(({ finish }) => finish === null);
  if (open) {
    const at = formatSeconds(trace.endedNs);
    const who = agentText(analysis, open.id);
    return failed(`${who} had not finished at the end, at ${at}`, trace.endedNs);
  }
  return passed(
    tasks.length === 0
      ? 'there was no task to finish'
      : `every task finished: ${countText(tasks.length)} in all`,
  );
}

const LEFT: ReadonlySet<InsightKind> = new Set(['left-unfinished', 'destroyed', 'deadlock']);

/** What the insights say against a run, where one is of these kinds. */
function complaint(trace: Trace, kinds: ReadonlySet<InsightKind>): CheckVerdict | null {
  const insight = insightsOf(trace).find(({ kind }) => kinds.has(kind));
  return insight ? failed(tellInsight(trace, insight).replace(/\.$/, ''), insight.toNs) : null;
}

function cancelsCleanly(trace: Trace): CheckVerdict {
  const unclean = complaint(trace, UNCLEAN);
  if (unclean) return unclean;
  const analysis = analysisOf(trace);
  const cancelled = [...analysis.agents.values()].flatMap(({ id, finish }) =>
    finish?.how === 'cancelled' ? [{ id, atNs: finish.atNs }] : [],
  );
  // What waits inside a task group is interrupted by a cancellation that the group takes back.
  for (const { reason, task, atNs } of analysis.cancellations) {
    if (reason === 'task-group-body') cancelled.push({ id: task, atNs });
  }
  const [first] = cancelled;
  if (!first) return failed('no task was cancelled');
  for (const { id, atNs } of cancelled) {
    const kept = keptBy(analysis, id);
    if (kept === null) continue;
    const what = primitiveText(analysis, kept);
    return failed(
      `${agentText(analysis, id)} was cancelled at ${formatSeconds(atNs)} and never released ${what}`,
      atNs,
    );
  }
  return passed(
    `${agentText(analysis, first.id)} was cancelled at ${formatSeconds(first.atNs)}, and left nothing behind`,
    first.atNs,
  );
}

function letsCancellationThrough(trace: Trace): CheckVerdict {
  const analysis = analysisOf(trace);
  const asked = analysis.cancellations.filter(({ reason }) => reason === 'explicit');
  const kept = asked.find(({ ended }) => ended === 'otherwise');
  if (kept) {
    const who = agentText(analysis, kept.task);
    const at = formatSeconds(kept.atNs);
    return failed(`${who} was cancelled at ${at}, and let no CancelledError out`, kept.atNs);
  }
  return passed(
    asked.length === 0 ? 'no task was cancelled' : 'every cancelled task ended cancelled',
  );
}

const UNCLEAN: ReadonlySet<InsightKind> = new Set([...LEFT, 'unheard', 'never-awaited']);

/** A lock, or a place of a semaphore, that a task had to the end of the run. */
function keptBy({ primitives }: Analysis, agent: AgentId): PrimitiveId | null {
  for (const { id, changes } of primitives.values()) {
    const state = changes.at(-1)?.state;
    if (state?.kind === 'semaphore' && state.holders.includes(agent)) return id;
    if ((state?.kind === 'lock' || state?.kind === 'condition') && state.holder === agent)
      return id;
  }
  return null;
}
