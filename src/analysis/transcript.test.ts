import { describe, expect, it } from 'vitest';
import { event, traceOf } from '../trace/test-events.ts';
import { formatTranscript, transcriptLines } from './transcript.ts';

const output = (atS: number, text: string, stream: 'stdout' | 'stderr' = 'stdout') =>
  event('output', atS, { stream, text, by: 0 });

describe('transcriptLines', () => {
  it('dates a line by its first piece, whichever piece ends it', () => {
    const lines = transcriptLines([output(0, 'loading'), output(2, '.'), output(3, '.\ndone')]);
    expect(lines.map(({ atNs, text }) => `${atNs / 1e9} ${text}`)).toEqual([
      '0 loading..',
      '3 done',
    ]);
  });

  it('keeps the two streams apart while lines of both are open', () => {
    const lines = transcriptLines([output(0, 'a'), output(1, 'b\n', 'stderr'), output(2, 'c\n')]);
    expect(lines.map(({ stream, text }) => `${stream} ${text}`)).toEqual(['stdout ac', 'stderr b']);
  });
});

describe('formatTranscript', () => {
  it('writes a line per line of output and how the run ended', () => {
    const trace = traceOf([output(0, 'brewing\n\n'), output(1.5, 'oh\n', 'stderr')], {
      outcome: { kind: 'exited', status: 1, error: null },
      endedS: 4.5,
    });
    expect(formatTranscript(trace)).toBe(
      ['[   0.000] brewing', '[   0.000]', '[   1.500]! oh', '[   4.500]= exit 1', ''].join('\n'),
    );
  });
});
