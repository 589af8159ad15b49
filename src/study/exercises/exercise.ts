/** Grading a reader's program: what its recording shows, and what it is written with. */

import { subjectText } from '../../analysis/occupancy.ts';
import { type Check, judge, type Verdict } from '../../insights/checks.ts';
import type { Trace } from '../../trace/schema.ts';
import type { ExerciseCheck, ExerciseEntry } from './exercise-fields.ts';

export interface Exercise extends Omit<ExerciseEntry, 'wrong'> {
  /** `chapter/name`. */
  readonly id: string;
  readonly starter: string;
  readonly solution: string;
}

export interface Grading {
  readonly passed: boolean;
  /** One for each check, in order. */
  readonly verdicts: readonly (Verdict & { readonly demand: string })[];
}

export function gradeExercise(
  checks: readonly ExerciseCheck[],
  source: string,
  trace: Trace,
): Grading {
  const verdicts = checks.map((check) => ({
    demand: demandText(check),
    ...verdictOf(check, source, trace),
  }));
  return { passed: verdicts.every(({ passed }) => passed), verdicts };
}

function verdictOf(check: ExerciseCheck, source: string, trace: Trace): Verdict {
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
  const { bySeconds, ...rest } = check;
  return bySeconds === undefined ? rest : { ...rest, bySeconds };
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
      return check.bySeconds === undefined
        ? `It prints “${check.text}”.`
        : `It prints “${check.text}”, at ${check.bySeconds.toFixed(3)} or before.`;
    case 'cancels-cleanly':
      return 'What is cancelled leaves nothing behind.';
    case 'uses':
      return `It uses \`${check.text}\`.`;
    case 'does-not-use':
      return `It does not use \`${check.text}\`.`;
  }
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
