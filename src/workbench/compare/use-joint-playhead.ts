import { useEffect, useRef, useState } from 'preact/hooks';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { MS_PER_STEP, nsPerMs, type Pace } from '../play/pace.ts';
import { playTime } from '../play/play-time.ts';
import {
  isJointEnd,
  JOINT_START,
  type JointPosition,
  type JointRun,
  jointAt,
  jointEndNs,
  jointStep,
  partingPosition,
} from './joint-position.ts';

export interface JointPlayhead {
  readonly position: JointPosition;
  readonly playing: boolean;
  /** Nobody has moved it: it stands where the runs part, and hides nothing. */
  readonly resting: boolean;
  play(pace: Pace): void;
  pause(): void;
  moveTo(position: JointPosition): void;
}

/** The one place that moves time in a view of two runs. */
export function useJointPlayhead(run: JointRun): JointPlayhead {
  const [position, setPosition] = useState(() => partingPosition(run));
  const [playing, setPlaying] = useState(false);
  const [resting, setResting] = useState(true);
  const latest = useRef(position);
  const cancel = useRef(() => {});

  const show = (next: JointPosition) => {
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
    show(partingPosition(run));
    setResting(true);
  };
  useEffect(() => pause, []);

  return {
    position,
    playing,
    resting,
    play(pace) {
      pause();
      if (resting || isJointEnd(run, latest.current)) show(JOINT_START);
      if (pace === 'at-once') return settle();
      takeTurn('play', pause);
      setPlaying(true);
      setResting(false);
      if (pace === 'steps') {
        const timer = setInterval(() => {
          const next = jointStep(run, latest.current.index + 1);
          show(next);
          if (isJointEnd(run, next)) settle();
        }, MS_PER_STEP);
        cancel.current = () => clearInterval(timer);
        return;
      }
      const toNs = jointEndNs(run);
      cancel.current = playTime({
        fromNs: latest.current.atNs,
        toNs,
        nsPerMs: nsPerMs(pace, toNs),
        onFrame: (nowNs) => show(jointAt(run, nowNs)),
        onEnd: settle,
      });
    },
    pause,
    moveTo(next) {
      pause();
      setResting(false);
      show(next);
    },
  };
}
