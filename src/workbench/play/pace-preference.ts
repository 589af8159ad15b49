import { browserStorage } from '../../ui/browser-storage.ts';
import { PACES, type Pace } from './pace.ts';

const KEY = 'loopscope:pace';

/** The pace that the reader last chose for whole runs; null where none. */
export function preferredPace(): Pace | null {
  const kept = browserStorage('localStorage')?.getItem(KEY);
  return kept && kept in PACES ? (kept as Pace) : null;
}

/** Step by step is for the run before one's eyes: it is not kept for the next. */
export function rememberPace(pace: Pace): void {
  if (pace === 'steps') return;
  try {
    browserStorage('localStorage')?.setItem(KEY, pace);
  } catch {
    // Where storage is full, the choice lasts as long as the view.
  }
}
