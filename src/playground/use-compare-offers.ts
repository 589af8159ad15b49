import { useEffect, useRef } from 'preact/hooks';
import type { CompareOffer } from '../workbench/compare/compare-offers.tsx';
import type { ComparedRun } from '../workbench/compare/comparison.ts';
import {
  MAX_SEED,
  type PlaygroundProgram,
  parseSeed,
  prepareProgram,
} from '../workbench/program/playground-program.ts';
import type { EndedRun, LiveRun, ProgramResult } from '../workbench/run/live-run.ts';
import { sharedSimulator } from '../workbench/run/shared-simulator.ts';
import type { Tab } from './playground-tabs.ts';

export interface CompareOffersOptions {
  readonly tabs: readonly Tab[];
  readonly tab: Tab;
  readonly byKey: ReadonlyMap<string, LiveRun<ProgramResult>>;
}

type Finished = Extract<EndedRun<ProgramResult>, { phase: 'finished' }>;

/** What the run of a tab can be compared with: its last one, another tab's, one with another seed. */
export function useCompareOffers({
  tabs,
  tab,
  byKey,
}: CompareOffersOptions): readonly CompareOffer[] {
  const kept = useRef(new Map<string, { last: Finished; before: Finished | null }>());
  useEffect(() => {
    for (const [id, run] of byKey) {
      const known = kept.current.get(id);
      if (run.phase !== 'finished' || known?.last === run) continue;
      // What goes further is still the same run.
      const isFurther = known?.last.further && known.last.source === run.source;
      const before = isFurther ? known.before : (known?.last ?? null);
      kept.current.set(id, { last: run, before });
    }
  }, [byKey]);

  const shown = byKey.get(tab.id);
  if (shown?.phase !== 'finished') return [];
  const { last, before } = kept.current.get(tab.id) ?? { last: null, before: null };
  const previous = last === shown ? before : last;
  const offers: CompareOffer[] = [];
  if (previous) {
    offers.push({
      label: 'the run before',
      pair: async () => ({
        left: comparedRun('The run before', previous),
        right: comparedRun('This run', shown),
      }),
    });
  }
  for (const other of tabs) {
    const run = byKey.get(other.id);
    if (other.id === tab.id || run?.phase !== 'finished') continue;
    offers.push({
      label: other.name,
      pair: async () => ({
        left: comparedRun(other.name, run),
        right: comparedRun(tab.name, shown),
      }),
    });
  }
  offers.push(seedOffer(tab, shown));
  return offers;
}

function comparedRun(title: string, { source, result }: Finished): ComparedRun {
  return { title, source, trace: result.trace, verdict: result.verdict };
}

function seedOffer(tab: PlaygroundProgram, shown: Finished): CompareOffer {
  const seed = shown.result.trace.program.seed ?? 0;
  return {
    label: 'another seed:',
    asks: { label: 'Seed', value: String(seed < MAX_SEED ? seed + 1 : 0) },
    async pair(answer) {
      const prepared = prepareProgram({ ...tab, source: shown.source, seed: answer });
      if (prepared.problem !== null) throw new Error(prepared.problem);
      const other = parseSeed(answer) ?? 0;
      const simulator = await sharedSimulator();
      const program = { name: tab.name, source: shown.source, args: prepared.args, seed: other };
      const trace = await simulator.run(program).finished;
      const { verdictOf } = await import('../insights/verdict.ts');
      return {
        left: comparedRun(`Seed ${seed}`, shown),
        right: { title: `Seed ${other}`, source: shown.source, trace, verdict: verdictOf(trace) },
      };
    },
  };
}
