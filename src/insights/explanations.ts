/**
 * What a teacher would say of a run, looking at its recording: short sentences, the most important
 * first, each with what it speaks of, so that a picture can light it up.
 */

import { perRecording } from '../analysis/per-recording.ts';
import type { Recording } from '../trace/recording.ts';
import { explainBlocking } from './blocking.ts';
import { explainCancellations } from './cancellations.ts';
import { explainCut } from './cut.ts';
import { explainDeadlock } from './deadlock.ts';
import type { Explanation } from './explanation.ts';
import { explainInARow } from './in-a-row.ts';
import { explainSharing } from './sharing.ts';
import { explainTogether } from './together.ts';
import { explainWarnings } from './warnings.ts';

export type { Explanation, ExplanationKind } from './explanation.ts';

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
