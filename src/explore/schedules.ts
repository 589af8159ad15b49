/** Which orders are tried, and in which sequence: the likely ones first. */
import { JUST_LATE_NS, type Lateness, REALISTIC, type Schedule } from '../simulator/schedule.ts';

/**
 * Lateness grows where nothing was found: a busy machine's first, then what a garbage collection, a
 * slow disk or a far server bring about, and at last anything.
 */
export const LEVELS: readonly Lateness[] = [
  REALISTIC,
  { atMostNs: 50_000_000, share: 0.1 },
  { atMostNs: 500_000_000, share: 1 },
];

/** Of all orders so many are chosen one by one, and not at random. */
const SYSTEMATIC_SHARE = 1 / 4;

/** A little, so that it comes behind what is due at the same instant; and all that is realistic. */
const ONE_AT_A_TIME_NS = [JUST_LATE_NS, REALISTIC.atMostNs] as const;

/**
 * Orders of one level. Systematically first, at the first level: a single thing late, each in its
 * turn, as most faults need no more; then at random, from the seeds that follow one another.
 *
 * @param choices how many the program leaves open in its usual order.
 */
export function schedulesOf(
  level: number,
  { count, choices, firstSeed }: { count: number; choices: number; firstSeed: number },
): Schedule[] {
  const within = LEVELS[level] ?? REALISTIC;
  const single: Schedule[] =
    level === 0 ? oneAtATime(choices, Math.floor(count * SYSTEMATIC_SHARE)) : [];
  const random = Array.from(
    { length: count - single.length },
    (_, at): Schedule => ({ policy: 'seeded', seed: firstSeed + at, within }),
  );
  return [...single, ...random];
}

function oneAtATime(choices: number, most: number): Schedule[] {
  const all = Array.from({ length: choices }, (_, number) => number).flatMap((number) =>
    ONE_AT_A_TIME_NS.map((byNs): Schedule => ({ policy: 'scripted', late: [{ number, byNs }] })),
  );
  if (all.length <= most) return all;
  // Spread over the whole run.
  const stride = all.length / most;
  return Array.from({ length: most }, (_, at) => all[Math.floor(at * stride)] as Schedule);
}
