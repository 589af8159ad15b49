/** The outcomes of a program's orders as they are shown: the broken ones first. */
import { greatest, least } from '../../analysis/extremes.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { groupOutcomes, ranOf } from '../../explore/outcomes.ts';
import { tellOutcome } from '../../insights/words/outcome.ts';
import type { Outcome } from '../../trace/schema.ts';
import type { Orders } from './orders.ts';

export interface ShownOutcome {
  readonly key: string;
  /** How many orders came to it. */
  readonly count: number;
  /** Whether the usual order comes to it. */
  readonly isUsual: boolean;
  readonly isBroken: boolean;
  /** How the program ended: `"AssertionError: sold 3 of 2"`. */
  readonly ending: string;
  /** What it printed, on stdout and stderr together. */
  readonly output: string;
  /** When it was over: `"at 1.000 s"`, `"from 1.000 to 1.012 s"`. */
  readonly ended: string;
}

/** Empty until the first other order was tried. */
export function shownOutcomes({ exploration, breaks }: Orders): readonly ShownOutcome[] {
  if (!exploration) return [];
  const { runs, usual } = exploration;
  return groupOutcomes(runs, ranOf(usual), breaks)
    .map(({ key, runs: alike, isUsual, isBroken }) => {
      const [{ outcome, output }] = alike as [(typeof alike)[number]];
      const ended = spreadText(alike.map(({ endedNs }) => endedNs));
      return {
        ...{ key, isUsual, isBroken, output, ended },
        count: alike.length,
        ending: endingText(outcome),
      };
    })
    .sort((a, b) => Number(b.isBroken) - Number(a.isBroken));
}

function endingText(outcome: Outcome): string {
  if (outcome.kind === 'deadlocked') return 'Deadlock';
  if (outcome.kind !== 'exited') return tellOutcome(outcome).summary;
  const { status, error } = outcome;
  if (error) return error.message === '' ? error.type : `${error.type}: ${error.message}`;
  return status === 0 ? 'Ended' : `Ended with exit status ${status}`;
}

function spreadText(endedNs: readonly number[]): string {
  const [from, to] = [formatSeconds(least(endedNs)), formatSeconds(greatest(endedNs))];
  return from === to ? `at ${from} s` : `from ${from} to ${to} s`;
}
