import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchForSilence } from './silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that has a share of a processor. */
function watched(share: number | undefined) {
  const onSilence = vi.fn();
  const cpuMs = share === undefined ? undefined : async () => Date.now() * share;
  const { sign, end } = watchForSilence(cpuMs, 10_000, onSilence);
  return { sign, end, onSilence, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

it('tells once of an engine that has computed for long and given no sign', async () => {
  const { onSilence, pass } = watched(1);
  await pass(10_000);
  expect(onSilence).not.toHaveBeenCalled();
  await pass(20_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

it('does not take an engine for silent that seldom gets a processor, or gives signs', async () => {
  const starved = watched(0.1);
  const alive = watched(1);
  for (let round = 0; round < 10; round++) {
    await vi.advanceTimersByTimeAsync(9_000);
    alive.sign(false);
  }
  expect(starved.onSilence).not.toHaveBeenCalled();
  expect(alive.onSilence).not.toHaveBeenCalled();
  await alive.pass(20_000);
  expect(alive.onSilence).toHaveBeenCalled();
});

it('gives twice the time where nothing tells what an engine computes, and all that it waits', async () => {
  const { sign, onSilence, pass } = watched(undefined);
  sign(true);
  await pass(100_000);
  sign(false);
  await pass(20_000);
  expect(onSilence).not.toHaveBeenCalled();
  await pass(1_000);
  expect(onSilence).toHaveBeenCalled();
});

it('tells nothing once the run is over', async () => {
  const { end, onSilence, pass } = watched(1);
  end();
  await pass(100_000);
  expect(onSilence).not.toHaveBeenCalled();
});
