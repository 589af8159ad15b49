import type { Program } from '../../simulator/simulator.ts';
import type { Grading } from './exercise.ts';

export interface WatchFailedProps {
  readonly grading: Grading | null;
  readonly busy: boolean;
  readonly onWatch: (program: Program) => void;
}

/** Shows the run in which something was wrong, where it is not the first one. */
export function WatchFailed({ grading, busy, onWatch }: WatchFailedProps) {
  const further = grading?.failedAgain;
  const order = grading?.brokenOrder;
  if (!further && !order) return null;
  const watch = () => {
    if (further) onWatch({ source: further.source });
    else if (order)
      onWatch({ source: order.source, schedule: { policy: 'scripted', late: order.late } });
  };
  return (
    <button type="button" class="study-plain" disabled={busy} onClick={watch}>
      {order ? `See order ${order.number}` : 'Watch that run'}
    </button>
  );
}
