/** How fast a run is played: virtual time against real time, or a step at a time. */
export type Pace = 'steps' | 'quarter' | 'real' | 'double' | 'fourfold' | 'at-once';

export const PACES: Record<Pace, string> = {
  steps: 'step by step',
  quarter: '¼ ×',
  real: 'in real time',
  double: '2 ×',
  fourfold: '4 ×',
  'at-once': 'at once',
};

/** Virtual nanoseconds that pass in a real millisecond; a step at a time, none. */
export const NS_PER_MS: Record<Pace, number> = {
  steps: 0,
  quarter: 0.25e6,
  real: 1e6,
  double: 2e6,
  fourfold: 4e6,
  'at-once': Number.POSITIVE_INFINITY,
};

/** Time enough to see what a step did. */
export const MS_PER_STEP = 600;

/** How long a reader watches a clock run before wishing it were over. */
const PATIENCE_MS = 6_000;
/** What is over sooner than this cannot be followed as it passes. */
const GLIMPSE_NS = 50e6;

/** What is offered for output that appears line by line, from slow to quick. */
export const OUTPUT_PACES = ['real', 'fourfold', 'at-once'] as const satisfies readonly Pace[];

/** The slowest pace at which the output is complete within a reader's patience. */
export function defaultOutputPace(endedNs: number): Pace {
  return slowestWithinPatience(OUTPUT_PACES, endedNs) ?? 'at-once';
}

/** The slowest pace at which there is something to see in a picture within a reader's patience. */
export function defaultPace(endedNs: number): Pace {
  if (endedNs < GLIMPSE_NS) return 'steps';
  return slowestWithinPatience(['real', 'double'], endedNs) ?? 'fourfold';
}

function slowestWithinPatience(paces: readonly Pace[], endedNs: number): Pace | undefined {
  return paces.find((pace) => endedNs <= PATIENCE_MS * NS_PER_MS[pace]);
}
