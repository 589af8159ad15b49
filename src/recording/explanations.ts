/**
 * What a teacher would say of a run, looking at its recording: short sentences, the most important
 * first, each with what it speaks of, so that a picture can light it up.
 */
import { explainBlocking } from './explanations/blocking.ts';
import { explainCancellations } from './explanations/cancellations.ts';
import { explainCut } from './explanations/cut.ts';
import { explainDeadlock } from './explanations/deadlock.ts';
import type { Explanation } from './explanations/explanation.ts';
import { explainInARow } from './explanations/in-a-row.ts';
import { explainSharing } from './explanations/sharing.ts';
import { explainTogether } from './explanations/together.ts';
import { explainWarnings } from './explanations/warnings.ts';
import { perRecording } from './per-recording.ts';
import type { Recording } from './recording.ts';

export type { Explanation, ExplanationKind } from './explanations/explanation.ts';

/** From what ends a program to what merely is good to know. */
const EXPLAINERS: readonly ((recording: Recording) => Explanation[])[] = [
  explainDeadlock,
  explainCut,
  explainBlocking,
  explainWarnings,
  explainCancellations,
  explainInARow,
  explainTogether,
  explainSharing,
];

export const explanationsOf = perRecording((recording: Recording): readonly Explanation[] =>
  Object.freeze(EXPLAINERS.flatMap((explain) => explain(recording))),
);
