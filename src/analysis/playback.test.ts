import { describe, expect, it } from 'vitest';
import {
  defaultSpeed,
  linesBegunBy,
  type OutputScript,
  outputScript,
  playedNs,
} from './playback.ts';

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

  it('moves virtual time with real time, and stops at the end of the run', () => {
    expect(playedNs(script, 500, 'real-time')).toBe(0.5 * SECOND);
    expect(playedNs(script, 250, 'fast')).toBe(1 * SECOND);
    expect(playedNs(script, 9_000, 'real-time')).toBe(2 * SECOND);
    expect(playedNs(script, 0, 'at-once')).toBe(2 * SECOND);
  });

  it('plays in real time what is short, faster what is longer, and at once what nobody waits for', () => {
    expect(defaultSpeed(4.5 * SECOND)).toBe('real-time');
    expect(defaultSpeed(11 * SECOND)).toBe('fast');
    expect(defaultSpeed(86_400 * SECOND)).toBe('at-once');
  });
});
