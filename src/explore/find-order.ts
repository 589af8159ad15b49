/** From a program to the order that breaks it, in one go. */
import type { Program, Simulator } from '../simulator/simulator.ts';
import {
  createExplorer,
  type Exploration,
  type ExploreOptions,
  type FoundOrder,
} from './explore.ts';

export interface Finding extends Exploration {
  /** The worst of the runs, shrunk; null where none is broken, or it was stopped. */
  readonly found: (FoundOrder & { readonly number: number }) | null;
}

/** The number of what is found counts from 1. */
export async function findOrder(
  simulator: Simulator,
  program: Program,
  options: ExploreOptions,
): Promise<Finding> {
  const explorer = createExplorer(simulator, program);
  try {
    const exploration = await explorer.explore(options);
    const { worst, runs } = exploration;
    const run = worst === null ? undefined : runs[worst];
    if (worst === null || !run) return { ...exploration, found: null };
    const found = await explorer.shrinkTo(run, exploration, options.signal);
    return { ...exploration, found: found && { ...found, number: worst + 1 } };
  } finally {
    explorer.close();
  }
}
