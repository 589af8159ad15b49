/** A thread as the kernel sees it: whether it runs, what it waits for, what it has computed. */
import type { Interruption } from '../schedule.ts';
import type { Scheduled } from './event-queue.ts';
import { Slice } from './slice.ts';

export type ThreadId = number;

export interface VirtualThread {
  readonly id: ThreadId;
  parked: boolean;
  /** Since when it runs or, if it does not, could run. */
  sinceNs: number;
  /** What will unpark it by itself. */
  deadline: Scheduled | null;
  /** Whether it has a processor of its own: what it computes delays nobody else. */
  readonly ownCpu: boolean;
  /** What it has computed on its own processor and not yet waited out. */
  unsettledNs: number;
  /** All the time that it has spent computing. */
  cpuNs: number;
  /** What it has computed since it last waited. */
  readonly slice: Slice;
  /** Where it is to be interrupted before its time, once that is possible. */
  interruption: Interruption | null;
  /** Whether what it computes is not the program's own work, and costs nothing. */
  exempt: boolean;
  /** Lets it run on: starts it the first time, resumes its stack later. */
  resume: () => void;
}

export function createThread(
  id: ThreadId,
  { resume, ownCpu, nowNs }: Pick<VirtualThread, 'resume' | 'ownCpu'> & { nowNs: number },
): VirtualThread {
  return {
    id,
    resume,
    ownCpu,
    sinceNs: nowNs,
    parked: false,
    deadline: null,
    unsettledNs: 0,
    cpuNs: 0,
    slice: new Slice(),
    interruption: null,
    exempt: false,
  };
}
