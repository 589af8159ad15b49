import { useEffect, useRef } from 'preact/hooks';
import { isFurther, openingWindow } from '../../timeline/opening-window.ts';
import { isEnd, type Position, positionAt, START, stepForward } from '../../timeline/position.ts';
import type { Trace } from '../../trace/schema.ts';
import { motionUnwelcome } from '../../ui/motion.ts';
import type { Pace } from '../play/pace.ts';
import { type TrackPlayhead, useTrack } from '../play/use-track.ts';

export interface Playhead extends Omit<TrackPlayhead<Position>, 'settle'> {
  /** Plays from the start, or where motion is unwelcome, shows the whole run. */
  playAnew(pace: Pace): void;
}

/**
 * Moves time in a view of a run. Once a run has been played to its end, the playhead goes to where
 * it rests.
 *
 * @param restNs an instant worth looking at; 0 for the start.
 * @param keeps whether the trace takes the place of another of the same program: then it stands
 *   where it stood.
 */
export function usePlayhead(trace: Trace, restNs: number, keeps: boolean): Playhead {
  const { settle, ...playhead } = useTrack<Position>({
    start: START,
    rest: () => (restNs > 0 ? positionAt(trace, restNs) : START),
    isEnd: (position) => isEnd(trace, position),
    next: (position) => stepForward(trace, position),
    at: (ns) => positionAt(trace, ns),
    nsOf: ({ atNs }) => atNs,
    untilNs(fromNs) {
      // Of a run without an end, its beginning is played; from further on, what there is.
      const openingNs = openingWindow(trace).toNs;
      return fromNs < openingNs ? Math.min(openingNs, trace.endedNs) : trace.endedNs;
    },
  });
  const known = useRef(trace);
  const lastPace = useRef<Pace>('real');
  const { position, playing, resting, moveTo } = playhead;
  const play = (pace: Pace) => {
    if (pace !== 'at-once') lastPace.current = pace;
    playhead.play(pace);
  };

  useEffect(() => {
    if (known.current === trace) return;
    const stays = !resting && (keeps || isFurther(trace, known.current));
    known.current = trace;
    if (stays && keeps) moveTo(positionAt(trace, position.atNs));
    if (!stays) settle();
    else if (playing) play(lastPace.current);
  }, [trace]);

  return {
    ...playhead,
    play,
    playAnew(pace) {
      moveTo(START);
      play(motionUnwelcome() ? 'at-once' : pace);
    },
  };
}
