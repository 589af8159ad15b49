import { formatSeconds } from '../analysis/transcript.ts';
import type { Recording } from '../trace/recording.ts';
import type { Explanation } from './explanation.ts';

/** Where the recording ends before the run does. */
export function explainCut(recording: Recording): Explanation[] {
  const cut = recording.events.find(({ kind }) => kind === 'recording-cut');
  if (!cut) return [];
  return [
    {
      kind: 'recording-cut',
      text: `The recording stops at ${formatSeconds(cut.atNs)}, having reached its limit: after that there is only output.`,
      fromNs: cut.atNs,
      toNs: recording.endedNs,
      agents: [],
      lines: [],
      primitives: [],
    },
  ];
}
