/**
 * Which of the things that a run leaves open come late, and how late: one plan for a run.
 *
 * Of one run few are late, of another many: most faults need one or two, at the right places, and are
 * hidden where all is late alike (Burckhardt et al., "A Randomized Scheduler with Probabilistic
 * Guarantees of Finding Bugs", ASPLOS 2010). Some are met only where nothing but a few things are late
 * (bounded deviations: Musuvathi and Qadeer, "Iterative Context Bounding for Systematic Testing of
 * Multithreaded Programs", PLDI 2007), and some where one stretch of a run is slow.
 */
export interface LatenessPlan {
  /** To be asked of each choice once, in their order. */
  isLate(number: number): boolean;
  /** How late: a share of what is possible; 0 for just behind what is due at the same instant. */
  share(): number;
  /** Whether it is rather to meet something else. */
  meets(): boolean;
}

/** @param among how many choices there are, about; 0 where that is not known. */
export function createPlan(random: () => number, among: number): LatenessPlan {
  const way = among > MOST_FEW ? random() : 0;
  if (way < SCATTERED) return scattered(random, among);
  return way < SCATTERED + FEW ? few(random, among) : stretch(random, among);
}

/** How often each way is gone. The rest are stretches. */
const SCATTERED = 0.6;
const FEW = 0.2;

/** Each may be late: every second, every fourth, and so on, as long as it is one of all. */
function scattered(random: () => number, among: number): LatenessPlan {
  const halvings = among > 0 ? Math.min(32 - Math.clz32(among), RAREST) : RAREST;
  const shareOfLate = 2 ** -(1 + Math.floor(random() * halvings));
  return {
    isLate: () => random() < shareOfLate,
    share: () => shareAtRandom(random),
    meets: () => random() < MEETING,
  };
}

/** From every second to every sixty-fourth. */
const RAREST = 6;

/** Two or three, wherever they are. */
function few(random: () => number, among: number): LatenessPlan {
  const count = 2 + Math.floor(random() * (MOST_FEW - 1));
  const chosen = new Set(Array.from({ length: count }, () => Math.floor(random() * among)));
  return {
    isLate: (number) => chosen.has(number),
    share: () => shareAtRandom(random),
    meets: () => random() < MEETING,
  };
}

const MOST_FEW = 3;

/** How often what is late is to meet something. */
const MEETING = 1 / 4;

/** All that follow one another for a while are late, and alike. */
function stretch(random: () => number, among: number): LatenessPlan {
  const from = Math.floor(random() * among) - 1;
  const to = from + 2 + Math.floor((random() * among) / 2);
  const share = shareAtRandom(random);
  return {
    isLate: (number) => number >= from && number < to,
    share: () => share,
    meets: () => false,
  };
}

/** Just behind, as late as can be, or anything between. */
export function shareAtRandom(random: () => number): number {
  const way = random();
  if (way < JUST) return 0;
  return way < JUST + ALL ? 1 : random();
}

const JUST = 0.3;
const ALL = 0.2;
