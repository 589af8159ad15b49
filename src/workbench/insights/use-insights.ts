import { useEffect, useState } from 'preact/hooks';
import { type Insight, insightsOf } from '../../insights/insight.ts';
import type { Trace } from '../../trace/schema.ts';

/** Past these, working out what to say takes longer than a reader should wait for the picture. */
const AT_ONCE_EVENTS = 5_000;

/** What there is to say of a run; of a long one, a moment after its picture is there. */
export function useInsights(trace: Trace): readonly Insight[] {
  const isShort = trace.events.length <= AT_ONCE_EVENTS;
  const [later, setLater] = useState<Trace | null>(null);
  useEffect(() => {
    if (isShort) return;
    const timer = setTimeout(() => setLater(trace), 100);
    return () => clearTimeout(timer);
  }, [trace]);
  return isShort || later === trace ? insightsOf(trace) : [];
}
