import { InlineCode } from '../../ui/inline-code.tsx';
import { demandText, type Grading } from './exercise.ts';
import type { ExerciseCheck } from './exercise-fields.ts';

export interface DemandListProps {
  readonly checks: readonly ExerciseCheck[];
  /** Null until the program has been checked. */
  readonly grading: Grading | null;
}

/** What an exercise demands, and what was seen of it. */
export function DemandList({ checks, grading }: DemandListProps) {
  return (
    <ul class="study-demands" aria-label="What is checked">
      {checks.map((check, at) => {
        const verdict = grading?.verdicts[at];
        return (
          <li key={at} data-passed={verdict?.passed}>
            <span aria-hidden="true">{!verdict ? '·' : verdict.passed ? '✓' : '✗'}</span>{' '}
            {verdict && <span class="sr-only">{verdict.passed ? 'Passed: ' : 'Failed: '}</span>}
            <InlineCode text={demandText(check)} />
            {verdict && !verdict.passed && (
              <span class="study-seen">
                Seen: <InlineCode text={verdict.message} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
