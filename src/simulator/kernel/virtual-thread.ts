/** A thread as the kernel sees it: whether it runs, what it waits for, what it has computed. */
import type { Scheduled } from './event-queue.ts';

export type ThreadId = number;

/** A slice of work that has computed this long is told of, and again at each doubling. */
export const LONG_COMPUTING_NS = 500_000_000;

/** After so much of it, and again and again, it is asked whether a slice of work only waits. */
export const SPINNING_NS = 50_000_000;

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
  /** What it has computed since it last waited; see {@link FREE_COMPUTING_NS}. */
  computedNs: number;
  /** When it began to compute that. */
  computingSinceNs: number;
  /** When it has computed so much, it is told of; see {@link LONG_COMPUTING_NS}. */
  longNs: number;
  /** When it has computed so much, it is asked what; see {@link SPINNING_NS}. */
  spinningNs: number;
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
    computedNs: 0,
    computingSinceNs: nowNs,
    longNs: LONG_COMPUTING_NS,
    spinningNs: SPINNING_NS,
    exempt: false,
  };
}
