import { useEffect, useRef, useState } from 'preact/hooks';
import { MS_PER_STEP, NS_PER_MS, type Pace } from '../../timeline/pace.ts';
import {
  endOf,
  isEnd,
  type Position,
  positionAt,
  START,
  stepForward,
} from '../../timeline/position.ts';
import type { Recording } from '../../trace/recording.ts';

export interface Playhead {
  readonly position: Position;
  readonly playing: boolean;
  /** Goes on from where it stands, or from the start where it stands at the end. */
  play(pace: Pace): void;
  /** Plays from the start, or where motion is unwelcome, shows the end. */
  playAnew(pace: Pace): void;
  pause(): void;
  moveTo(position: Position): void;
}

/** Where the playhead stands in a run that nobody has moved it in. */
export type Opening = 'start' | 'end';

/** The one place that moves time in a view of a run. */
export function usePlayhead(recording: Recording, opening: Opening): Playhead {
  const first = () => (opening === 'end' ? endOf(recording) : START);
  const [position, setPosition] = useState<Position>(first);
  const [playing, setPlaying] = useState(false);
  const latest = useRef(position);
  const cancel = useRef(() => {});

  const show = (next: Position) => {
    latest.current = next;
    setPosition(next);
  };
  const pause = () => {
    cancel.current();
    cancel.current = () => {};
    setPlaying(false);
  };
  const advance = (next: Position): boolean => {
    show(next);
    if (!isEnd(recording, next)) return true;
    pause();
    return false;
  };

  const play = (pace: Pace) => {
    pause();
    if (isEnd(recording, latest.current)) show(START);
    if (pace === 'at-once') return show(endOf(recording));
    setPlaying(true);
    if (pace === 'steps') {
      const timer = setInterval(() => advance(stepForward(recording, latest.current)), MS_PER_STEP);
      cancel.current = () => clearInterval(timer);
      return;
    }
    const fromNs = latest.current.atNs;
    const begunMs = performance.now();
    let handle = 0;
    const frame = () => {
      const elapsedMs = performance.now() - begunMs;
      const next = positionAt(recording, fromNs + elapsedMs * NS_PER_MS[pace]);
      if (advance(next)) handle = requestAnimationFrame(frame);
    };
    cancel.current = () => cancelAnimationFrame(handle);
    frame();
  };

  useEffect(() => pause, []);
  useEffect(() => {
    pause();
    show(first());
  }, [recording]);

  return {
    position,
    playing,
    play,
    playAnew(pace) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      show(START);
      play(still ? 'at-once' : pace);
    },
    pause,
    moveTo(next) {
      pause();
      show(next);
    },
  };
}
