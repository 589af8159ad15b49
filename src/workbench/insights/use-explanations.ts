import { useEffect, useState } from 'preact/hooks';
import { type Explanation, explanationsOf } from '../../insights/explanations.ts';
import type { Recording } from '../../trace/recording.ts';

/** Past these, working out what to say takes longer than a reader should wait for the picture. */
const AT_ONCE_EVENTS = 5_000;

/** What there is to say of a run; of a long one, a moment after its picture is there. */
export function useExplanations(recording: Recording): readonly Explanation[] {
  const isShort = recording.events.length <= AT_ONCE_EVENTS;
  const [later, setLater] = useState<Recording | null>(null);
  useEffect(() => {
    if (isShort) return;
    const timer = setTimeout(() => setLater(recording), 100);
    return () => clearTimeout(timer);
  }, [recording]);
  return isShort || later === recording ? explanationsOf(recording) : [];
}
