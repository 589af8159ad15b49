import { useEffect, useRef, useState } from 'preact/hooks';
import { isFurther } from '../../timeline/opening-window.ts';
import {
  endOf,
  isEnd,
  type Position,
  positionAt,
  START,
  stepForward,
} from '../../timeline/position.ts';
import type { Trace } from '../../trace/schema.ts';
import { motionUnwelcome } from '../../ui/motion.ts';
import { MS_PER_STEP, NS_PER_MS, type Pace } from '../play/pace.ts';
import { playTime } from '../play/play-time.ts';

export interface Playhead {
  readonly position: Position;
  readonly playing: boolean;
  /** Whether the reader has moved it, or had it play. */
  readonly moved: boolean;
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
export function usePlayhead(trace: Trace, opening: Opening): Playhead {
  const first = () => (opening === 'end' ? endOf(trace) : START);
  const [position, setPosition] = useState<Position>(first);
  const [playing, setPlaying] = useState(false);
  const latest = useRef(position);
  const moved = useRef(false);
  const known = useRef(trace);
  const cancel = useRef(() => {});

  const show = (next: Position) => {
    moved.current = true;
    latest.current = next;
    setPosition(next);
  };
  const pause = () => {
    cancel.current();
    cancel.current = () => {};
    setPlaying(false);
  };
  const step = () => {
    const next = stepForward(trace, latest.current);
    show(next);
    if (isEnd(trace, next)) pause();
  };

  const play = (pace: Pace) => {
    pause();
    if (isEnd(trace, latest.current)) show(START);
    if (pace === 'at-once') return show(endOf(trace));
    setPlaying(true);
    if (pace === 'steps') {
      const timer = setInterval(step, MS_PER_STEP);
      cancel.current = () => clearInterval(timer);
      return;
    }
    cancel.current = playTime({
      fromNs: latest.current.atNs,
      toNs: trace.endedNs,
      nsPerMs: NS_PER_MS[pace],
      onFrame: (nowNs) => show(positionAt(trace, nowNs)),
      onEnd: pause,
    });
  };

  useEffect(() => pause, []);
  useEffect(() => {
    pause();
    const stays = moved.current && isFurther(trace, known.current);
    known.current = trace;
    if (stays) return;
    show(first());
    moved.current = false;
  }, [trace]);

  return {
    position,
    playing,
    moved: moved.current,
    play,
    playAnew(pace) {
      show(START);
      play(motionUnwelcome() ? 'at-once' : pace);
    },
    pause,
    moveTo(next) {
      pause();
      show(next);
    },
  };
}
