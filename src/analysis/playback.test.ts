import { describe, expect, it } from 'vitest';
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
  it('keeps of a recording its lines, its end and its outcome', () => {
    const { lines, endedNs, outcome } = outputScript({
      version: 1,
      program: { name: 'main.py', seed: 0 },
      events: [
        { kind: 'output', atNs: 0, stream: 'stdout', text: 'a\nb', by: 1 },
        { kind: 'output', atNs: 5, stream: 'stdout', text: '\n', by: 1 },
      ],
      outcome: { kind: 'stopped' },
      endedNs: 7,
    });
    expect(lines).toEqual([
      { atNs: 0, stream: 'stdout', text: 'a' },
      { atNs: 0, stream: 'stdout', text: 'b' },
    ]);
    expect(endedNs).toBe(7);
    expect(outcome).toEqual({ kind: 'stopped' });
  });

  it('shows the lines of one instant together', () => {
    expect(linesBegunBy(script, 0)).toBe(2);
    expect(linesBegunBy(script, 1.4 * SECOND)).toBe(2);
    expect(linesBegunBy(script, 1.5 * SECOND)).toBe(3);
  });
});
