/** How fast a run is played: virtual time against real time, or a step at a time. */
export type Pace = 'steps' | 'quarter' | 'real' | 'double' | 'brief' | 'at-once';

export const PACES: Record<Pace, string> = {
  steps: 'step by step',
  quarter: '¼ ×',
  real: 'in real time',
  double: '2 ×',
  brief: 'in 6 seconds',
  'at-once': 'at once',
};

/** Time enough to see what a step did. */
export const MS_PER_STEP = 600;

/** How long a reader watches a clock run before wishing it were over. */
const PATIENCE_MS = 6_000;
/** What is over sooner than this cannot be followed as it passes. */
const GLIMPSE_NS = 50e6;

/** Virtual nanoseconds that pass in a real millisecond; a step at a time, none. */
export function nsPerMs(pace: Pace, endedNs: number): number {
  switch (pace) {
    case 'steps':
      return 0;
    case 'quarter':
      return 0.25e6;
    case 'real':
      return 1e6;
    case 'double':
      return 2e6;
    case 'brief':
      return Math.max(1, endedNs / PATIENCE_MS);
    case 'at-once':
      return Number.POSITIVE_INFINITY;
  }
}

/** The slowest pace at which there is something to see in a run within a reader's patience. */
export function defaultPace(endedNs: number): Pace {
  if (endedNs < GLIMPSE_NS) return 'steps';
  return endedNs <= PATIENCE_MS * 1e6 ? 'real' : 'brief';
}
