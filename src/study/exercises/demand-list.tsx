import { InlineCode } from '../../ui/inline-code.tsx';
import { AGAIN_DEMAND, demandText, type Exercise, type Grading, ordersDemand } from './exercise.ts';

export interface DemandListProps {
  readonly exercise: Exercise;
  /** Null until the program has been checked. */
  readonly grading: Grading | null;
}

/** What an exercise demands, and what was seen of it. */
export function DemandList({ exercise, grading }: DemandListProps) {
  const { checks, again, orders } = exercise;
  const verdicts = grading?.verdicts ?? [];
  // The further runs are one demand, which the first that fails decides.
  const runs = checks.length + again.length;
  const further = verdicts.slice(checks.length, runs);
  const ofAll = further.find(({ passed }) => !passed) ?? further[again.length - 1];
  const demands = [
    ...checks.map((check, at) => ({ text: demandText(check), verdict: verdicts[at] })),
    { text: AGAIN_DEMAND, verdict: ofAll },
    ...(orders ? [{ text: ordersDemand(orders), verdict: verdicts[runs] }] : []),
  ];
  return (
    <ul class="study-demands" aria-label="What is checked">
      {demands.map(({ text, verdict }, at) => (
        <li key={at} data-passed={verdict?.passed}>
          <span aria-hidden="true">{!verdict ? '·' : verdict.passed ? '✓' : '✗'}</span>{' '}
          {verdict && <span class="sr-only">{verdict.passed ? 'Passed: ' : 'Failed: '}</span>}
          <InlineCode text={text} />
          {verdict && !verdict.passed && (
            <span class="study-seen">
              Seen: <InlineCode text={verdict.message} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
