/**
 * Which orders are tried, and in which sequence. The first hundred are the same however many are
 * asked for, so that who has tried some can go on with more.
 *
 * They come in rounds, each as long as all before it. A round begins with what is realistic, and then
 * things come later; where something has broken, nothing is tried any more that is less likely.
 */

import { JUST_LATE_NS, type Lateness, REALISTIC, type Schedule } from '../simulator/schedule.ts';
import type { OpenCounts } from './runner.ts';

/**
 * How late things may be: as on a busy machine; then what a garbage collection, a slow disk or a far
 * server bring about; and at last nearly as much again as it takes.
 */
export const LEVELS: readonly Lateness[] = [
  REALISTIC,
  { atMostNs: 50_000_000, share: 0.1 },
  // What leaves a program twice the time that it needs is left alone.
  { atMostNs: 50_000_000, share: 0.8, atOnceNs: 500_000_000 },
];

/** Orders of one level, one after another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The highest level that is tried in it. */
  readonly level: number;
  /** How many things have been late one at a time before it. */
  readonly singles: number;
}

const FIRST_ROUND = 100;

/** Of a round, in which share each level has its turn. */
const SHARES = [0.6, 0.2, 0.2] as const;

/** Every so many orders of the first level, a single thing is late: most faults need no more. */
const SINGLE_EVERY = 4;

/** All of them, from the first order on; there is no last one. */
export function* stretches(): Generator<Stretch> {
  let from = 0;
  let singles = 0;
  for (let round = FIRST_ROUND; ; round = from) {
    for (const [level, share] of SHARES.entries()) {
      const to = from + Math.round(round * share);
      yield { from, to, level, singles };
      if (level === 0) singles += Math.ceil((to - from) / SINGLE_EVERY);
      from = to;
    }
  }
}

/**
 * @param at the number of the order, counted from 0, in the stretch.
 * @param level at which it is tried.
 * @param open how much the program leaves open in its usual order.
 */
export function scheduleAt(
  at: number,
  { from, level: highest, singles }: Stretch,
  { level, open }: { level: number; open: OpenCounts },
): Schedule {
  const into = at - from;
  if (highest === 0 && into % SINGLE_EVERY === 0) {
    const single = singleAt(singles + into / SINGLE_EVERY, open);
    if (single) return single;
  }
  const within = LEVELS[level] ?? REALISTIC;
  return { policy: 'seeded', seed: at + 1, within, among: open.choices };
}

/** A little, so that it comes behind what is due at the same instant; and all that is realistic. */
const ONE_AT_A_TIME_NS = [JUST_LATE_NS, REALISTIC.atMostNs] as const;

/** Choices and looks in turns, as long as there are both; each look once. */
function singleAt(at: number, { choices, looks }: OpenCounts): Schedule | null {
  const ofChoices = ONE_AT_A_TIME_NS.length * choices;
  const both = 2 * Math.min(ofChoices, looks);
  const isLook = at < both ? at % 2 === 1 : looks > ofChoices;
  const index = at < both ? Math.floor(at / 2) : at - both / 2;
  if (isLook) {
    const look = spread(index, looks);
    return look === null ? null : { policy: 'scripted', late: [{ look, byNs: JUST_LATE_NS }] };
  }
  const number = spread(Math.floor(index / ONE_AT_A_TIME_NS.length), choices);
  const byNs = ONE_AT_A_TIME_NS[index % ONE_AT_A_TIME_NS.length] ?? JUST_LATE_NS;
  return number === null ? null : { policy: 'scripted', late: [{ number, byNs }] };
}

/**
 * The numbers below `count`, each once, so that the first ones are spread over all of them:
 * van der Corput's sequence. Of 5: 0, 4, 2, 1, 3. Null when there are no more.
 */
function spread(at: number, count: number): number | null {
  if (at >= count) return null;
  const bits = Math.ceil(Math.log2(count));
  let skipped = at;
  for (let index = 0; ; index += 1) {
    const reversed = reverse(index, bits);
    if (reversed < count && skipped-- === 0) return reversed;
  }
}

function reverse(number: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit += 1) reversed = reversed * 2 + ((number >> bit) & 1);
  return reversed;
}
