import type { CompareOffer } from '../../workbench/compare/compare-offers.tsx';
import type { LiveRun } from '../../workbench/run/live-run.ts';
import type { ComparedResult } from './compare-run.ts';

/** A snippet's own run, for a reader's that came to something else. */
export function originalOffer(
  run: LiveRun<ComparedResult> | null,
  { name, source }: { readonly name: string; readonly source: string },
): readonly CompareOffer[] {
  if (run?.phase !== 'finished' || run.source === source) return [];
  const { trace, verdict } = run.result;
  return [
    {
      label: 'the original',
      async pair() {
        const { fetchRecording } = await import('./fetch-recording.ts');
        const original = await fetchRecording(name).catch(() => {
          throw new Error('The recording could not be loaded. Check the connection and try again.');
        });
        return {
          left: { title: 'Original', source, ...original },
          right: { title: 'Your version', source: run.source, trace, verdict },
        };
      },
    },
  ];
}
