/** Grading a reader's program: what its runs show, and what it is written with. */
import type { Finding } from '../../explore/find-order.ts';
import { type CheckVerdict, failed, passed } from '../../insights/check-verdict.ts';
import { type Check, judge } from '../../insights/checks.ts';
import { listText } from '../../insights/words/phrases.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Exercise, FurtherRun, Grading } from './exercise.ts';
import type { ExerciseAgain, ExerciseCheck, ExerciseOrders } from './exercise-fields.ts';
import { gradeOrders } from './grade-orders.ts';
import { replaceCode } from './replace-code.ts';

/** What is asked once all that is demanded of the first run is met. */
export interface Tries {
  /** Runs another program. */
  rerun(source: string): Promise<Trace>;
  /** Tries a program in other orders, until one breaks it. */
  tryOrders(source: string, orders: ExerciseOrders): Promise<Finding>;
}

export async function gradeExercise(
  { checks, again, orders }: Pick<Exercise, 'checks' | 'again' | 'orders'>,
  source: string,
  trace: Trace,
  { rerun, tryOrders }: Tries,
): Promise<Grading> {
  const verdicts = checks.map((check) => verdictOf(check, source, trace));
  const areMet = () => verdicts.every(({ passed }) => passed);
  let failedAgain: FurtherRun | null = null;
  for (const further of again) {
    if (!areMet()) break;
    const { verdict, run } = await gradeAgain(further, source, rerun);
    verdicts.push(verdict);
    if (!verdict.passed) failedAgain = run;
  }
  if (!orders || !areMet()) return { passed: areMet(), verdicts, failedAgain, brokenOrder: null };
  const { verdict, broken } = gradeOrders(source, await tryOrders(source, orders), orders);
  verdicts.push(verdict);
  return { passed: areMet(), verdicts, failedAgain, brokenOrder: broken };
}

interface GradedAgain {
  readonly verdict: CheckVerdict;
  /** Null where there is nothing to be seen of it. */
  readonly run: FurtherRun | null;
}

async function gradeAgain(
  { with: words, replace, checks }: ExerciseAgain,
  source: string,
  rerun: (source: string) => Promise<Trace>,
): Promise<GradedAgain> {
  const replaced = replaceCode(source, replace);
  if ('missing' in replaced) {
    const { from } = replaced.missing;
    const verdict = failed(
      `\`${from}\` is no longer in the program. Leave it as it is: the program is run again with something else in its place`,
    );
    return { verdict, run: null };
  }
  const trace = await rerun(replaced.source);
  if (trace.outcome.kind === 'stopped') {
    return { verdict: failed('The run with other numbers was stopped'), run: null };
  }
  const run = { source: replaced.source, replaced: replace };
  const first = checks
    .map((check) => verdictOf(check, replaced.source, trace))
    .find(({ passed }) => !passed);
  if (!first) return { verdict: passed('it does the same with other numbers'), run };
  const otherwise = replace.map(({ from, to }) => `\`${to}\` in place of \`${from}\``);
  const verdict = failed(
    `With ${words ?? `other numbers (${listText(otherwise)})`}, ${first.message}`,
  );
  return { verdict, run };
}

function verdictOf(check: ExerciseCheck, source: string, trace: Trace): CheckVerdict {
  if (check.kind === 'uses' || check.kind === 'does-not-use') {
    const line = lineWith(source, check.text);
    const used = line !== null;
    return {
      passed: used === (check.kind === 'uses'),
      message: used
        ? `the program uses \`${check.text}\` (line ${line})`
        : `the program does not use \`${check.text}\``,
      atNs: null,
    };
  }
  return judge(trace, asCheck(check));
}

/** A field that was left out in the file is undefined here, and missing there. */
function asCheck(check: Exclude<ExerciseCheck, { kind: 'uses' | 'does-not-use' }>): Check {
  if (check.kind !== 'output-contains') return check;
  const { bySeconds, fromSeconds, ...rest } = check;
  return {
    ...rest,
    ...(bySeconds !== undefined && { bySeconds }),
    ...(fromSeconds !== undefined && { fromSeconds }),
  };
}

/**
 * The first line of the program that has a piece of code, as whole words; null if none has.
 * Comments and strings do not count, and white space may differ.
 */
export function lineWith(source: string, construct: string): number | null {
  const pieces = construct
    .trim()
    .split(/\s+/)
    .map((piece) => piece.replace(/[^\w]/g, '\\$&'));
  const before = /^\w/.test(construct) ? '(?<![\\w])' : '';
  const after = /\w$/.test(construct.trim()) ? '(?![\\w])' : '';
  const code = withoutProse(source);
  const at = code.search(new RegExp(before + pieces.join('\\s+') + after));
  return at < 0 ? null : code.slice(0, at).split('\n').length;
}

const STRING_OR_COMMENT =
  /("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#.*/g;

/** Strings and comments become as many blanks, so that lines keep their numbers. */
function withoutProse(source: string): string {
  return source.replace(STRING_OR_COMMENT, (text) => text.replace(/[^\n]/g, ' '));
}
