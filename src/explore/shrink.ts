/** The fewest and least delays that still break a program. */
import { JUST_LATE_NS, type Late } from '../simulator/schedule.ts';

/** Runs the program by each of these, and says of each whether it is still broken in the same way. */
export type StillBroken = (candidates: readonly (readonly Late[])[]) => Promise<readonly boolean[]>;

/** In words a reader takes in: of more steps nobody gains. */
const FINEST_NS = 100_000;

/**
 * Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002):
 * drops what is not needed, in halves, quarters and so on; then makes what is left as short as can be.
 */
export async function shrink(
  late: readonly Late[],
  stillBroken: StillBroken,
): Promise<readonly Late[]> {
  const [needsNothing] = await stillBroken([[]]);
  return needsNothing ? [] : shortened(await withFewest(late, stillBroken), stillBroken);
}

async function withFewest(
  all: readonly Late[],
  stillBroken: StillBroken,
): Promise<readonly Late[]> {
  let late = all;
  let pieces = 2;
  while (late.length > 1) {
    const parts = split(late, Math.min(pieces, late.length));
    const rests =
      parts.length > 2 ? parts.map((part) => late.filter((of) => !part.includes(of))) : [];
    const candidates = [...parts, ...rests];
    const broken = await stillBroken(candidates);
    const found = candidates[broken.indexOf(true)];
    if (found) {
      pieces = candidates.indexOf(found) < parts.length ? 2 : Math.max(2, pieces - 1);
      late = found;
    } else if (pieces >= late.length) {
      return late;
    } else {
      pieces *= 2;
    }
  }
  return late;
}

function split<T>(list: readonly T[], pieces: number): T[][] {
  return Array.from({ length: pieces }, (_, at) =>
    list.slice((at * list.length) / pieces, ((at + 1) * list.length) / pieces),
  );
}

/** One after another: what is just behind if that is enough, else to a tenth of a millisecond. */
async function shortened(all: readonly Late[], stillBroken: StillBroken): Promise<readonly Late[]> {
  let late = all;
  for (const at of all.keys()) {
    const withNs = (byNs: number) => late.map((of, index) => (index === at ? { ...of, byNs } : of));
    const known = late[at]?.byNs ?? JUST_LATE_NS;
    const longest = Math.ceil(known / FINEST_NS);
    const [isTie, isRound] = await stillBroken([withNs(JUST_LATE_NS), withNs(longest * FINEST_NS)]);
    if (isTie) late = withNs(JUST_LATE_NS);
    else if (isRound) {
      const steps = await least(longest, (many) =>
        stillBroken(many.map((step) => withNs(step * FINEST_NS))),
      );
      late = withNs(steps * FINEST_NS);
    }
  }
  return late;
}

/** The least of 1 to `enough` that is still enough; three at a time are tried. */
async function least(
  enough: number,
  areEnough: (steps: readonly number[]) => Promise<readonly boolean[]>,
): Promise<number> {
  let [tooLittle, known] = [0, enough];
  while (known - tooLittle > 1) {
    const span = known - tooLittle;
    const quarters = [1, 2, 3].map((quarter) => tooLittle + Math.round((span * quarter) / 4));
    const tries = [...new Set(quarters)].filter((step) => step > tooLittle && step < known);
    const found = (await areEnough(tries)).indexOf(true);
    tooLittle = (found < 0 ? tries.at(-1) : tries[found - 1]) ?? tooLittle;
    known = (found < 0 ? undefined : tries[found]) ?? known;
  }
  return known;
}
