import { type TrackPlayhead, useTrack } from '../play/use-track.ts';
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

export type JointPlayhead = TrackPlayhead<JointPosition>;

/** Moves time in a view of two runs; it rests where they part. */
export function useJointPlayhead(run: JointRun): JointPlayhead {
  return useTrack({
    start: JOINT_START,
    rest: () => partingPosition(run),
    isEnd: (position) => isJointEnd(run, position),
    next: ({ index }) => jointStep(run, index + 1),
    at: (ns) => jointAt(run, ns),
    nsOf: ({ atNs }) => atNs,
    untilNs: () => jointEndNs(run),
  });
}
