import { useEffect, useRef, useState } from 'preact/hooks';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { MS_PER_STEP, nsPerMs, type Pace } from './pace.ts';
import { playTime } from './play-time.ts';

/** What a playhead moves along: a run, or two at once. */
export interface Track<Position> {
  readonly start: Position;
  /** Where it stands while nobody has moved it, and once it has been played to its end. */
  rest(): Position;
  isEnd(position: Position): boolean;
  /** One step further. */
  next(position: Position): Position;
  at(ns: number): Position;
  nsOf(position: Position): number;
  /** How far it plays from there. */
  untilNs(fromNs: number): number;
}

export interface TrackPlayhead<Position> {
  readonly position: Position;
  readonly playing: boolean;
  /** Nobody has moved it: it stands where there is something to see, and hides nothing. */
  readonly resting: boolean;
  /** Goes on from where it stands; from the start where it rests, or stands at the end. */
  play(pace: Pace): void;
  pause(): void;
  moveTo(position: Position): void;
  /** Back to where it rests. */
  settle(): void;
}

/** The one place that moves time. It has the page's turn to play as long as it does. */
export function useTrack<Position>(track: Track<Position>): TrackPlayhead<Position> {
  const [position, setPosition] = useState(track.rest);
  const [playing, setPlaying] = useState(false);
  const [resting, setResting] = useState(true);
  const latest = useRef({ position, track });
  latest.current.track = track;
  const cancel = useRef(() => {});

  const show = (next: Position) => {
    latest.current.position = next;
    setPosition(next);
  };
  const halt = useRef(() => {
    cancel.current();
    cancel.current = () => {};
    leaveTurn('play', halt.current);
    setPlaying(false);
  });
  const pause = halt.current;
  const settle = () => {
    pause();
    show(latest.current.track.rest());
    setResting(true);
  };
  useEffect(() => pause, []);

  return {
    position,
    playing,
    resting,
    play(pace) {
      pause();
      if (resting || track.isEnd(latest.current.position)) show(track.start);
      if (pace === 'at-once') return settle();
      takeTurn('play', pause);
      setPlaying(true);
      setResting(false);
      if (pace === 'steps') {
        const timer = setInterval(() => {
          const next = track.next(latest.current.position);
          show(next);
          if (track.isEnd(next)) settle();
        }, MS_PER_STEP);
        cancel.current = () => clearInterval(timer);
        return;
      }
      const fromNs = track.nsOf(latest.current.position);
      const toNs = track.untilNs(fromNs);
      cancel.current = playTime({
        fromNs,
        toNs,
        nsPerMs: nsPerMs(pace, toNs),
        onFrame: (nowNs) => show(track.at(nowNs)),
        onEnd: settle,
      });
    },
    pause,
    moveTo(next) {
      pause();
      setResting(false);
      show(next);
    },
    settle,
  };
}
