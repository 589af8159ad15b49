/**
 * What a run leaves open, and who decides it.
 *
 * asyncio runs ready callbacks first in, first out. It promises nothing about how late a timer or an
 * answer comes, nor which of two arrivals at one instant is first, nor when a thread that could run
 * does. All of these are one thing: how much later something comes than it could. The kernel asks a
 * policy for that, each time, and knows no strategy itself.
 */
import {
  JUST_LATE_NS,
  type Late,
  type LateChoice,
  type LateKind,
  type Lateness,
  REALISTIC,
  type Schedule,
} from '../schedule.ts';
import { Comings } from './comings.ts';
import { createPlan, shareAtRandom } from './lateness-plan.ts';
import { createRandom } from './random.ts';

/** One of the things that a run leaves open. */
export interface OpenChoice {
  /** Counted from 0, in the order in which they come up. */
  readonly number: number;
  readonly kind: LateKind;
  /** How far ahead it would come, in nanoseconds; at once, if that is not above 0. */
  readonly inNs: number;
  /** When that is. */
  readonly dueNs: number;
}

export interface SchedulePolicy {
  /** How much later than it could it comes, in whole nanoseconds; 0 for no later. */
  latenessNs(choice: OpenChoice): number;
  /**
   * How many looks on, 1 at the least, a thread that computes may be interrupted; Infinity for never.
   *
   * @param look the number of this one.
   * @param isVain whether a thread was not interrupted here because no other could run.
   */
  looksToInterruption(look: number, isVain: boolean): number;
  /** How long a thread stays interrupted that is. */
  interruptionNs(look: number): number;
}

/** What was late, as the kernel tells it. */
export interface CameLate extends LateChoice {
  readonly kind: LateKind;
  /** When it could have come. */
  readonly dueNs: number;
  /** As whoever asked has said; null where nobody has. */
  readonly whose: number | null;
}

/** @returns null for `fifo`, which decides nothing. */
export function policyOf(schedule: Schedule): SchedulePolicy | null {
  switch (schedule.policy) {
    case 'fifo':
      return null;
    case 'seeded':
      return seededPolicy(schedule.seed, schedule.within ?? REALISTIC, schedule.among ?? 0);
    case 'scripted':
      return scriptedPolicy(schedule.late);
  }
}

/**
 * Decides at random, each seed in a way of its own: see {@link createPlan}. Threads are interrupted at
 * random looks, of some seeds at nearly each and of others at few.
 */
function seededPolicy(seed: number, within: Lateness, among: number): SchedulePolicy {
  const random = createRandom(seed);
  const plan = createPlan(random, among);
  // Of its own, so that whether threads are interrupted changes nothing in what else is late.
  const randomOfThreads = createRandom(~seed);
  const meanLooks = 2 ** Math.floor(randomOfThreads() * RAREST_LOOKS);
  let vainLooks = 1;
  const others = new Comings();
  /** At random, or so that it meets something else. */
  const lateBy = (dueNs: number, latestNs: number) => {
    const met = plan.meets() ? others.oneWithin(dueNs, latestNs - JUST_LATE_NS, random) : null;
    if (met !== null) return met - dueNs + (random() < 1 / 2 ? 0 : JUST_LATE_NS);
    return Math.max(JUST_LATE_NS, Math.floor(plan.share() * latestNs));
  };
  const latest = (inNs: number) =>
    inNs > 0 ? within.atMostNs + within.share * inNs : (within.atOnceNs ?? within.atMostNs);
  return {
    latenessNs({ number, inNs, dueNs }) {
      const lateNs = plan.isLate(number) ? lateBy(dueNs, latest(inNs)) : 0;
      others.add(dueNs + lateNs, dueNs - inNs);
      return lateNs;
    },
    looksToInterruption(_, isVain) {
      vainLooks = isVain ? Math.min(2 * vainLooks, MOST_VAIN_LOOKS) : 1;
      if (isVain) return vainLooks;
      return 1 + Math.floor(2 * randomOfThreads() * meanLooks);
    },
    interruptionNs() {
      return Math.max(JUST_LATE_NS, Math.floor(shareAtRandom(randomOfThreads) * within.atMostNs));
    },
  };
}

/** Threads are interrupted at every look or, at the most rarely, at every four-thousandth. */
const RAREST_LOOKS = 13;

/** Where no other thread can run, it is asked again a little later, and then more rarely. */
const MOST_VAIN_LOOKS = 64;

function scriptedPolicy(late: readonly Late[]): SchedulePolicy {
  const byChoice = new Map<number, number>();
  const byLook = new Map<number, number>();
  for (const of of late) {
    if ('look' in of) byLook.set(of.look, of.byNs);
    else byChoice.set(of.number, of.byNs);
  }
  const looks = [...byLook.keys()].sort((a, b) => a - b);
  return {
    latenessNs: ({ number }) => byChoice.get(number) ?? 0,
    looksToInterruption(look) {
      const next = looks.find((at) => at > look);
      return next === undefined ? Number.POSITIVE_INFINITY : next - look;
    },
    interruptionNs: (look) => byLook.get(look) ?? JUST_LATE_NS,
  };
}
