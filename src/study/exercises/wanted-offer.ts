import type { Trace } from '../../trace/schema.ts';
import type { CompareOffer } from '../../workbench/compare/compare-offers.tsx';
import type { LiveRun, ProgramResult } from '../../workbench/run/live-run.ts';

/**
 * A run of a right program, for the reader's own. What that program is, is not shown.
 *
 * @param wanted the right program.
 */
export function wantedOffer(
  run: LiveRun<ProgramResult> | null,
  wanted: string,
  runUnseen: (source: string) => Promise<Trace>,
): readonly CompareOffer[] {
  if (run?.phase !== 'finished') return [];
  const { trace, verdict } = run.result;
  return [
    {
      label: 'a right program',
      async pair() {
        const { verdictOf } = await import('../../insights/verdict.ts');
        const right = await runUnseen(wanted);
        return {
          left: {
            title: 'A right program',
            trace: right,
            source: wanted,
            verdict: verdictOf(right),
            isSecret: true,
          },
          right: { title: 'Your program', source: run.source, trace, verdict },
        };
      },
    },
  ];
}
