/** What a reader's program did in other orders than the usual one, in words. */
import type { Finding } from '../../explore/find-order.ts';
import { ranOf } from '../../explore/outcomes.ts';
import { type CheckVerdict, failed, passed } from '../../insights/check-verdict.ts';
import { lateWords } from '../../insights/words/late.ts';
import type { Trace } from '../../trace/schema.ts';
import type { BrokenOrder } from './exercise.ts';
import type { ExerciseOrders } from './exercise-fields.ts';

export interface GradedOrders {
  readonly verdict: CheckVerdict;
  /** Null where no order broke it. */
  readonly broken: BrokenOrder | null;
}

export function gradeOrders(
  source: string,
  { usual, runs, found }: Finding,
  { count }: ExerciseOrders,
): GradedOrders {
  if (found) {
    const { number, late, trace } = found;
    return { verdict: failed(brokenText(usual, trace, number)), broken: { number, source, late } };
  }
  const verdict =
    runs.length < count
      ? failed(`The orders were not tried to the end: ${runs.length} of ${count} were`)
      : passed(`none of ${count} orders broke it`);
  return { verdict, broken: null };
}

function brokenText(usual: Trace, trace: Trace, number: number): string {
  const late = lateWords(trace).join(' ');
  return `it broke in order ${number}: ${breakText(usual, trace)}. ${late}`.replace(/[.\s]*$/, '');
}

function breakText(usual: Trace, trace: Trace): string {
  const { outcome } = trace;
  if (outcome.kind === 'deadlocked') return 'no task could go on, a deadlock';
  if (outcome.kind !== 'exited') return 'it did not come to its end';
  const { error, status } = outcome;
  if (error) return error.message === '' ? error.type : `${error.type}, “${error.message}”`;
  if (status !== 0) return `it ended with exit status ${status}`;
  return outputText(linesOf(usual), linesOf(trace));
}

/** The first line that is not as usual. */
function outputText(usual: readonly string[], seen: readonly string[]): string {
  const length = Math.max(usual.length, seen.length);
  const at = Array.from({ length }, (_, line) => line).find((line) => usual[line] !== seen[line]);
  const line = (at ?? 0) + 1;
  const [was, is] = [usual[line - 1], seen[line - 1]];
  if (is === undefined) return `line ${line} of the output, “${was}”, was missing`;
  if (was === undefined) return `it printed one line more, “${is}”`;
  return `line ${line} of the output was “${is}”, and not “${was}”`;
}

function linesOf(trace: Trace): readonly string[] {
  const { output } = ranOf(trace);
  return output === '' ? [] : output.replace(/\n$/, '').split('\n');
}
