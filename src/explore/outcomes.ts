/** Runs of one program by what they came to. */
import { withoutAddresses } from '../analysis/compare/without-addresses.ts';
import { ExploredOutput } from '../simulator/explored-output.ts';
import type { Outcome, Trace } from '../trace/schema.ts';

/** What of a run is compared. */
export interface Ran {
  readonly output: string;
  readonly outcome: Outcome;
  readonly endedNs: number;
}

/** Runs that ended alike and printed the same. */
export interface OutcomeGroup<Run extends Ran> {
  readonly key: string;
  readonly runs: readonly Run[];
  /** Whether the usual order comes to this. */
  readonly isUsual: boolean;
  readonly isBroken: boolean;
}

/** What counts as broken is the reader's to say. */
export const BREAKS = ['exception', 'status', 'deadlock', 'output'] as const;
export type Break = (typeof BREAKS)[number];

/** An uncaught exception, an `assert` among them, or that it does not come to an end. */
export const USUAL_BREAKS: readonly Break[] = ['exception', 'status', 'deadlock'];

/** One text for runs that came to the same; when they were over is not part of it. */
export function outcomeKey({ output, outcome }: Ran): string {
  return JSON.stringify([endingKey(outcome), withoutAddresses(output)]);
}

export function isBroken(run: Ran, usual: Ran, breaks: readonly Break[]): boolean {
  return breaks.some((of) => BREAKS_BY[of](run, usual));
}

const BREAKS_BY: Record<Break, (run: Ran, usual: Ran) => boolean> = {
  exception: ({ outcome }) => outcome.kind === 'exited' && outcome.error !== null,
  status: ({ outcome }) => outcome.kind === 'exited' && outcome.status !== 0,
  deadlock: ({ outcome }, usual) =>
    outcome.kind === 'deadlocked' ||
    (usual.outcome.kind === 'exited' && GOES_ON.includes(outcome.kind)),
  output: (run, usual) => outcomeKey(run) !== outcomeKey(usual),
};

/** What does not come to an end either: something else goes on, and a task may wait for ever. */
const GOES_ON: readonly Outcome['kind'][] = ['limited', 'serving'];

/** The most frequent first. */
export function groupOutcomes<Run extends Ran>(
  runs: readonly Run[],
  usual: Ran,
  breaks: readonly Break[],
): readonly OutcomeGroup<Run>[] {
  const usualKey = outcomeKey(usual);
  return [...Map.groupBy(runs, outcomeKey)]
    .map(([key, alike]) => ({
      key,
      runs: alike,
      isUsual: key === usualKey,
      isBroken: isBroken(alike[0] as Run, usual, breaks),
    }))
    .sort((a, b) => b.runs.length - a.runs.length);
}

/** What a recorded run came to, as an explored one. */
export function ranOf({ events, outcome, endedNs }: Trace): Ran {
  const output = new ExploredOutput();
  for (const event of events) if (event.kind === 'output') output.add(event.text);
  return { output: `${output}`, outcome, endedNs };
}

/** Where an exception was raised is not told where nothing is recorded. */
function endingKey(outcome: Outcome): unknown {
  if (outcome.kind !== 'exited') return outcome.kind;
  const { status, error } = outcome;
  return [status, error && [error.type, withoutAddresses(error.message)]];
}
