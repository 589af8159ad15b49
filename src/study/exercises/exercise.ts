/** An exercise, and what it demands of a program. */

import { subjectText } from '../../analysis/occupancy.ts';
import type { CheckVerdict } from '../../insights/check-verdict.ts';
import type { Late } from '../../simulator/schedule.ts';
import type { ExerciseCheck, ExerciseEntry, ExerciseOrders } from './exercise-fields.ts';
import type { Replacement } from './replace-code.ts';

export interface Exercise extends Omit<ExerciseEntry, 'wrong'> {
  /** `chapter/name`. */
  readonly id: string;
  readonly starter: string;
  readonly solution: string;
}

export interface Grading {
  readonly passed: boolean;
  /**
   * One for each check, in order, once all of them are met one for each further run, and then one
   * for the other orders, as far as they were made.
   */
  readonly verdicts: readonly CheckVerdict[];
  /** The further run in which something was wrong; null where there was none. */
  readonly failedAgain: FurtherRun | null;
  /** The order that broke it; null where there was none. */
  readonly brokenOrder: BrokenOrder | null;
}

/** A run of the same program with something else in the place of some of its code. */
export interface FurtherRun {
  readonly source: string;
  readonly replaced: readonly Replacement[];
}

/** One of the orders in which a program was tried, shrunk to what breaks it. */
export interface BrokenOrder {
  /** Counted from 1. */
  readonly number: number;
  readonly source: string;
  readonly late: readonly Late[];
}

/** What is demanded of the further runs. */
export const AGAIN_DEMAND = 'It is right with other numbers as well.';

/** What is demanded of the other orders. */
export function ordersDemand({ count }: ExerciseOrders): string {
  return `It is right in ${count} orders, and not in the usual one alone.`;
}

/** The first that is not as demanded, in a sentence. */
export function refusalText({ verdicts }: Pick<Grading, 'verdicts'>): string {
  const message = verdicts.find(({ passed }) => !passed)?.message ?? '';
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** What a check demands, as a reader is told. */
export function demandText(check: ExerciseCheck): string {
  switch (check.kind) {
    case 'finishes-by':
      return `It ends without an error, at ${check.seconds.toFixed(3)} or before.`;
    case 'never-more-than':
      return `Never more than ${check.limit} ${subjectText(check.of, check.limit)} at once.`;
    case 'never-blocks-longer-than':
      return `Nothing holds the loop for longer than ${check.seconds.toFixed(3)}.`;
    case 'no-task-left-behind':
      return 'Every task ends before the program does.';
    case 'output-is':
      return 'It prints what it should.';
    case 'output-contains':
      return `It prints “${check.text}”${whenText(check)}.`;
    case 'output-ends-with':
      return `The last line that it prints is “${check.text}”.`;
    case 'prints-at':
      return 'It prints what it should, when it should.';
    case 'lets-cancellation-through':
      return 'A task that is cancelled lets the CancelledError out.';
    case 'cancels-cleanly':
      return 'What is cancelled leaves nothing behind.';
    case 'uses':
      return `It uses \`${check.text}\`.`;
    case 'does-not-use':
      return `It does not use \`${check.text}\`.`;
  }
}

function whenText({
  bySeconds,
  fromSeconds,
}: {
  bySeconds?: number | undefined;
  fromSeconds?: number | undefined;
}): string {
  const from = fromSeconds === undefined ? '' : `, at ${fromSeconds.toFixed(3)} or after`;
  return bySeconds === undefined ? from : `${from}, at ${bySeconds.toFixed(3)} or before`;
}
