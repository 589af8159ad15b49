/** Two runs set against each other: all that a view of both shows. */
import { deriving } from '../../analysis/analysis.ts';
import { type Alignment, align } from '../../analysis/compare/align.ts';
import { type Differences, differencesOf } from '../../analysis/compare/differences.ts';
import { type JointSteps, jointSteps } from '../../analysis/compare/joint-steps.ts';
import type { Sliced } from '../../analysis/sliced.ts';
import type { Verdict } from '../../insights/verdict.ts';
import {
  type DifferenceWords,
  differenceWords,
  type PartingWords,
  partingWords,
} from '../../timeline/difference-words.ts';
import type { Trace } from '../../trace/schema.ts';

export interface ComparedRun {
  /** What it is called, short: it stands at the head of a column. */
  readonly title: string;
  readonly trace: Trace;
  /** The program that ran. */
  readonly source: string;
  readonly verdict: Verdict;
  /** Whether the reader is not to see the program. Default: no. */
  readonly isSecret?: boolean;
}

export interface Comparison {
  readonly left: ComparedRun;
  readonly right: ComparedRun;
  readonly alignment: Alignment;
  readonly steps: JointSteps;
  readonly differences: Differences;
  readonly parting: PartingWords;
  readonly words: readonly DifferenceWords[];
}

export function* comparing(left: ComparedRun, right: ComparedRun): Sliced<Comparison> {
  yield* deriving(left.trace);
  yield* deriving(right.trace);
  const alignment = align(left.trace, right.trace, {
    left: left.source.trimEnd(),
    right: right.source.trimEnd(),
  });
  yield;
  const steps = yield* jointSteps(left.trace, right.trace, alignment);
  yield;
  const differences = differencesOf(left.trace, right.trace, alignment);
  yield;
  const parting = partingWords(left.trace, right.trace, steps);
  yield;
  const words = differenceWords(left.trace, right.trace, differences);
  return { left, right, alignment, steps, differences, parting, words };
}
