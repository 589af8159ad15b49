import { describe, expect, it } from 'vitest';
import { describeOutcome } from './describe-outcome.ts';

describe('describeOutcome', () => {
  it('says of a program that ended by itself just that', () => {
    const outcome = { kind: 'exited', status: 0, error: null } as const;
    expect(describeOutcome(outcome)).toEqual({ summary: 'Ended.', detail: '', ok: true });
  });

  it('names the exception and the line that ended it', () => {
    const error = { type: 'IndexError', message: 'list index out of range', line: 7 };
    const { summary, ok } = describeOutcome({ kind: 'exited', status: 1, error });
    expect(summary).toBe('Ended by an IndexError in line 7.');
    expect(ok).toBe(false);
  });

  it('names a status that no exception explains', () => {
    const { summary } = describeOutcome({ kind: 'exited', status: 3, error: null });
    expect(summary).toBe('Ended with exit status 3.');
  });

  it('keeps the deadlock report, and the message of a limit, as the detail', () => {
    expect(describeOutcome({ kind: 'deadlocked', report: 'who waits' }).detail).toBe('who waits');
    const limited = { kind: 'limited', limit: 'steps', message: 'two million steps' } as const;
    expect(describeOutcome(limited).detail).toBe('two million steps');
  });
});
