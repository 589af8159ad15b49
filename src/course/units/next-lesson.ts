/** Where a reader goes on. */

export interface LessonStep {
  /** `tasks/keep-a-reference` */
  readonly slug: string;
  readonly title: string;
  readonly deeper: boolean;
}

export interface NextLesson {
  readonly step: LessonStep;
  /** False where nothing has been done or opened yet. */
  readonly begun: boolean;
}

/**
 * The lesson that was opened last, while it is not done; else the next after it that is neither done
 * nor deeper, and in the end the first one that was left out. Null when nothing is left.
 */
export function nextLesson(
  steps: readonly LessonStep[],
  isDone: (slug: string) => boolean,
  opened: string | undefined,
): NextLesson | null {
  const at = steps.findIndex(({ slug }) => slug === opened);
  const last = steps[at];
  const begun = at >= 0 || steps.some(({ slug }) => isDone(slug));
  if (last && !isDone(last.slug)) return { step: last, begun };
  const left = [...steps.slice(at + 1), ...steps.slice(0, at + 1)].filter(
    ({ slug }) => !isDone(slug),
  );
  const step = left.find(({ deeper }) => !deeper) ?? left[0];
  return step ? { step, begun } : null;
}
