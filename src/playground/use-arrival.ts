import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunRemote } from '../workbench/picture/run-control.ts';
import type { SharedMoment } from '../workbench/program/share-link.ts';
import type { LiveRun, ProgramResult } from '../workbench/run/live-run.ts';

/** Somebody has come by a link to a moment of a program's run. */
export interface Arrival {
  readonly source: string;
  readonly at: SharedMoment;
}

export interface ArrivalOptions {
  /** The run of the program that is shown, and that program. */
  readonly shown: LiveRun<ProgramResult> | null;
  readonly source: string;
  readonly remote: RunRemote;
  /** The program is there: it is to be run. */
  readonly onOpened: () => void;
}

/** Runs the program of such a link once it is shown, and puts the playhead where it is to stand. */
export function useArrival({ shown, source, remote, onOpened }: ArrivalOptions) {
  const [arrival, setArrival] = useState<Arrival | null>(null);
  /** What was shown when the program was run: not yet its run. */
  const before = useRef<LiveRun<ProgramResult> | null | undefined>(undefined);
  const arrive = (next: Arrival) => {
    before.current = undefined;
    setArrival(next);
  };
  const isHere = arrival !== null && arrival.source === source;
  useEffect(() => {
    if (!isHere || before.current !== undefined) return;
    before.current = shown;
    onOpened();
  }, [isHere]);
  useEffect(() => {
    if (!isHere || !shown || shown === before.current) return;
    if (shown.phase === 'failed') setArrival(null);
    if (shown.phase !== 'finished') return;
    setArrival(null);
    remote.ask((control) => control.standAt(arrival.at));
  }, [shown, isHere]);
  return { arrival, arrive };
}
