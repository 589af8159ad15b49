import type { Recording } from '../trace/recording.ts';
import { explanationsOf } from './explanations.ts';

/** For tests: a sentence a line, with its kind before it. */
export function dumpExplanations(recording: Recording): string {
  return `\n${explanationsOf(recording)
    .map(({ kind, text }) => `${kind}: ${text}`)
    .join('\n')}`;
}
