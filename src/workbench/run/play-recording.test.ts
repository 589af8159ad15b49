import { expect, it } from 'vitest';
import type { OutputScript } from '../../analysis/playback.ts';
import { type FrameClock, playRecording } from './play-recording.ts';

const script: OutputScript = {
  lines: [],
  endedNs: 1e9,
  outcome: { kind: 'exited', status: 0, error: null },
};

/** A clock that moves when told, and shows one frame whenever it does. */
function frameClock() {
  let nowMs = 0;
  let waiting: (() => void) | null = null;
  const clock: FrameClock = {
    now: () => nowMs,
    request: (onFrame) => {
      waiting = onFrame;
      return 1;
    },
    cancel: () => {
      waiting = null;
    },
  };
  const advance = (ms: number) => {
    nowMs += ms;
    const frame = waiting;
    waiting = null;
    frame?.();
  };
  return { clock, advance };
}

function logged() {
  const log: string[] = [];
  const player = {
    onFrame: (nowNs: number) => void log.push(String(nowNs / 1e9)),
    onEnd: () => void log.push('end'),
  };
  return { log, player };
}

it('shows a frame at once, one for each tick of the clock, and the end', () => {
  const { clock, advance } = frameClock();
  const { log, player } = logged();
  playRecording(script, 'real-time', player, clock);
  advance(400);
  advance(400);
  advance(400);
  advance(400);
  expect(log).toEqual(['0', '0.4', '0.8', '1', 'end']);
});

it('is over at once where the reader wants no waiting', () => {
  const { clock } = frameClock();
  const { log, player } = logged();
  playRecording(script, 'at-once', player, clock);
  expect(log).toEqual(['1', 'end']);
});

it('shows nothing more once it is stopped', () => {
  const { clock, advance } = frameClock();
  const { log, player } = logged();
  const stop = playRecording(script, 'fast', player, clock);
  advance(100);
  stop();
  advance(100);
  expect(log).toEqual(['0', '0.4']);
});
