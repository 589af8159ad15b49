/** Which lines of a program's output had begun by which event. */

import type { Recording } from '../trace/recording.ts';
import { firstPlace } from './binary-search.ts';
import { perRecording } from './per-recording.ts';

/** How many lines, as `transcriptLines` has them, had begun after the event at a place. */
export function linesBegun(recording: Recording, place: number): number {
  const beginnings = beginningsOf(recording);
  return firstPlace(beginnings.length, (line) => (beginnings[line] ?? 0) > place);
}

/** The place of the event in which each line began. */
const beginningsOf = perRecording(({ events }: Recording): readonly number[] => {
  const beginnings: number[] = [];
  const open = { stdout: false, stderr: false };
  for (const [place, event] of events.entries()) {
    if (event.kind !== 'output' || event.text === '') continue;
    const pieces = event.text.split('\n');
    const isEnded = pieces.at(-1) === '';
    const begun = pieces.length - (isEnded ? 1 : 0) - (open[event.stream] ? 1 : 0);
    for (let line = 0; line < begun; line += 1) beginnings.push(place);
    open[event.stream] = !isEnded;
  }
  return beginnings;
});
