import { GRADES, type Grade, intervalText, nextIntervals, type Schedule } from './schedule.ts';

export interface GradeButtonsProps {
  /** Null while cramming: there is no interval to show. */
  readonly schedule: Schedule | null;
  readonly onGrade: (grade: Grade) => void;
}

const NAMES: Record<Grade, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

/** How well it was known, each with when the card would be seen again. */
export function GradeButtons({ schedule, onGrade }: GradeButtonsProps) {
  const intervals = schedule && nextIntervals(schedule, Date.now());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls with one value.
    <div class="study-grades" role="group" aria-label="How well did you know it?">
      {GRADES.map((grade, at) => (
        <button type="button" key={grade} data-grade={grade} onClick={() => onGrade(grade)}>
          <b>{NAMES[grade]}</b>
          {intervals && <span class="study-interval">{intervalText(intervals[grade])}</span>}
          <span class="study-key" aria-hidden="true">
            {at + 1}
          </span>
        </button>
      ))}
    </div>
  );
}
