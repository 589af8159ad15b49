import { useEffect, useState } from 'preact/hooks';
import type { RunRemote } from '../workbench/picture/run-control.ts';
import type { SharedMoment } from '../workbench/program/share-link.ts';

/** Somebody has come by a link to a moment of a program's run. */
export interface Arrival {
  readonly source: string;
  readonly at: SharedMoment;
}

export interface ArrivalOptions {
  /** The program that is shown, and whether a run of it is: a recorded one, or the reader's own. */
  readonly source: string;
  readonly isRunShown: boolean;
  readonly remote: RunRemote;
}

/**
 * Puts the playhead where it is to stand as soon as there is a run to stand in. Nothing is run for
 * it: a link is a stranger's program.
 */
export function useArrival({ source, isRunShown, remote }: ArrivalOptions) {
  const [arrival, arrive] = useState<Arrival | null>(null);
  const isHere = arrival !== null && arrival.source === source;
  useEffect(() => {
    if (!isHere || !isRunShown) return;
    arrive(null);
    remote.ask((control) => control.standAt(arrival.at));
  }, [isHere, isRunShown]);
  return { arrival, arrive };
}
