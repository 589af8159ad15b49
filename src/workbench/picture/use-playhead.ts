import { useEffect, useRef, useState } from 'preact/hooks';
import { isFurther, openingWindow } from '../../timeline/opening-window.ts';
import { isEnd, type Position, positionAt, START, stepForward } from '../../timeline/position.ts';
import type { Trace } from '../../trace/schema.ts';
import { motionUnwelcome } from '../../ui/motion.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { MS_PER_STEP, nsPerMs, type Pace } from '../play/pace.ts';
import { playTime } from '../play/play-time.ts';

export interface Playhead {
  readonly position: Position;
  readonly playing: boolean;
  /** Nobody has moved it: it stands where there is something to see, and hides nothing. */
  readonly resting: boolean;
  /** Goes on from where it stands; from the start where it rests, or stands at the end. */
  play(pace: Pace): void;
  /** Plays from the start, or where motion is unwelcome, shows the whole run. */
  playAnew(pace: Pace): void;
  pause(): void;
  moveTo(position: Position): void;
}

/**
 * The one place that moves time in a view of a run. Once a run has been played to its end, the
 * playhead goes to where it rests.
 *
 * @param restNs an instant worth looking at; 0 for the start.
 * @param keeps whether the trace takes the place of another of the same program: then it stands
 *   where it stood.
 */
export function usePlayhead(trace: Trace, restNs: number, keeps: boolean): Playhead {
  const rest = () => (restNs > 0 ? positionAt(trace, restNs) : START);
  const [position, setPosition] = useState<Position>(rest);
  const [playing, setPlaying] = useState(false);
  const [resting, setResting] = useState(true);
  const latest = useRef(position);
  const known = useRef(trace);
  const cancel = useRef(() => {});
  const lastPace = useRef<Pace>('real');

  const show = (next: Position) => {
    latest.current = next;
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
    show(rest());
    setResting(true);
  };
  const step = () => {
    const next = stepForward(trace, latest.current);
    show(next);
    if (isEnd(trace, next)) settle();
  };

  const play = (pace: Pace) => {
    pause();
    if (resting || isEnd(trace, latest.current)) show(START);
    if (pace === 'at-once') return settle();
    lastPace.current = pace;
    takeTurn('play', pause);
    setPlaying(true);
    setResting(false);
    if (pace === 'steps') {
      const timer = setInterval(step, MS_PER_STEP);
      cancel.current = () => clearInterval(timer);
      return;
    }
    // Of a run without an end, its beginning is played; from further on, what there is.
    const { atNs } = latest.current;
    const openingNs = openingWindow(trace).toNs;
    const toNs = atNs < openingNs ? Math.min(openingNs, trace.endedNs) : trace.endedNs;
    cancel.current = playTime({
      fromNs: atNs,
      toNs,
      nsPerMs: nsPerMs(pace, toNs),
      onFrame: (nowNs) => show(positionAt(trace, nowNs)),
      onEnd: settle,
    });
  };

  useEffect(() => pause, []);
  useEffect(() => {
    if (known.current === trace) return;
    const stays = !resting && (keeps || isFurther(trace, known.current));
    known.current = trace;
    if (stays && keeps) show(positionAt(trace, latest.current.atNs));
    if (!stays) settle();
    else if (playing) play(lastPace.current);
  }, [trace]);

  return {
    position,
    playing,
    resting,
    play,
    playAnew(pace) {
      show(START);
      setResting(false);
      play(motionUnwelcome() ? 'at-once' : pace);
    },
    pause,
    moveTo(next) {
      pause();
      setResting(false);
      show(next);
    },
  };
}
