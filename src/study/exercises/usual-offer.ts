import { scheduleOf } from '../../simulator/replay.ts';
import type { Trace } from '../../trace/schema.ts';
import type { CompareOffer } from '../../workbench/compare/compare-offers.tsx';
import type { LiveRun, ProgramResult } from '../../workbench/run/live-run.ts';
import type { BrokenOrder } from './exercise.ts';

/** The usual order of the reader's program, for a run of it in the order that broke it. */
export function usualOffer(
  run: LiveRun<ProgramResult> | null,
  broken: BrokenOrder | null,
  runUnseen: (source: string) => Promise<Trace>,
): readonly CompareOffer[] {
  if (!broken || run?.phase !== 'finished') return [];
  const { trace, verdict } = run.result;
  if (scheduleOf(trace).policy === 'fifo') return [];
  const { source } = run;
  return [
    {
      label: 'the usual order',
      async pair() {
        const { verdictOf } = await import('../../insights/verdict.ts');
        const usual = await runUnseen(source);
        return {
          left: { title: 'In the usual order', source, trace: usual, verdict: verdictOf(usual) },
          right: { title: `In order ${broken.number}`, source, trace, verdict },
        };
      },
    },
  ];
}
