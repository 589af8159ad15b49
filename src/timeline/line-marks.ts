/** The lines of the program to highlight while the playhead stands somewhere. */
import type { LoopState } from '../analysis/loop-state.ts';

export interface LineMark {
  readonly line: number;
  /** `raised` is a line that an exception came from, `led` one that had called that, or awaited it. */
  readonly state: 'running' | 'waiting' | 'blocked' | 'highlighted' | 'raised' | 'led';
}

/**
 * The line that runs, or that holds the loop, and the lines at which somebody waits; one mark a
 * line, the strongest.
 */
export function lineMarks(state: LoopState, highlighted: Iterable<number> = []): LineMark[] {
  const marks = new Map<number, LineMark['state']>();
  const mark = (line: number | null | undefined, as: LineMark['state']) => {
    if (line && !marks.has(line)) marks.set(line, as);
  };
  for (const line of highlighted) mark(line, 'highlighted');
  mark(state.blocked?.line, 'blocked');
  mark(state.running?.line, 'running');
  for (const { status, line } of [...state.tasks, ...state.threads]) {
    if (status === 'waiting') mark(line, 'waiting');
  }
  return [...marks].map(([line, as]) => ({ line, state: as })).sort((a, b) => a.line - b.line);
}
