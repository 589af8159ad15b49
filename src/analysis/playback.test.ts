import { describe, expect, it } from 'vitest';
import { printed, traceOf } from '../trace/test-events.ts';
import { linesBegunBy, type OutputScript, outputScript } from './playback.ts';

const SECOND = 1e9;

const script: OutputScript = {
  lines: [
    { atNs: 0, stream: 'stdout', text: 'start' },
    { atNs: 0, stream: 'stdout', text: 'waiting' },
    { atNs: 1.5 * SECOND, stream: 'stderr', text: 'done' },
  ],
  endedNs: 2 * SECOND,
  outcome: { kind: 'exited', status: 0, error: null },
};

describe('playback', () => {
  it('keeps of a trace its lines, its end and its outcome', () => {
    const trace = traceOf([printed(0, 1, 'a\nb'), printed(5, 1, '\n')], {
      outcome: { kind: 'stopped' },
      endedS: 7,
    });
    const { lines, endedNs, outcome } = outputScript(trace);
    expect(lines).toEqual([
      { atNs: 0, stream: 'stdout', text: 'a' },
      { atNs: 0, stream: 'stdout', text: 'b' },
    ]);
    expect(endedNs).toBe(7 * SECOND);
    expect(outcome).toEqual({ kind: 'stopped' });
  });

  it('shows the lines of one instant together', () => {
    expect(linesBegunBy(script, 0)).toBe(2);
    expect(linesBegunBy(script, 1.4 * SECOND)).toBe(2);
    expect(linesBegunBy(script, 1.5 * SECOND)).toBe(3);
  });
});
