import { expect, it } from 'vitest';
import { type FrameClock, type PlayOptions, playTime } from './play-time.ts';

/** A clock that moves when told, and shows one frame whenever it does. */
function frameClock() {
  let nowMs = 0;
  let waiting: (() => void) | null = null;
  const frames: FrameClock = {
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
  return { frames, advance };
}

function played(options: Partial<PlayOptions>) {
  const log: string[] = [];
  const { frames, advance } = frameClock();
  const stop = playTime({
    fromNs: 0,
    toNs: 0.25e9,
    nsPerMs: 1e6,
    onFrame: (nowNs) => void log.push(String(nowNs / 1e9)),
    onEnd: () => void log.push('end'),
    frames,
    ...options,
  });
  return { log, advance, stop };
}

it('shows the beginning at once, then a frame for each tick of the clock, then the end', () => {
  const { log, advance } = played({});
  for (let tick = 0; tick < 4; tick += 1) advance(100);
  expect(log).toEqual(['0', '0.1', '0.2', '0.25', 'end']);
});

it('goes on from where it is told to, as fast as it is told to', () => {
  const { log, advance } = played({ fromNs: 0.1e9, nsPerMs: 4e6 });
  advance(25);
  advance(25);
  expect(log).toEqual(['0.1', '0.2', '0.25', 'end']);
});

it('is over at once where the reader wants no waiting', () => {
  const { log } = played({ nsPerMs: Number.POSITIVE_INFINITY });
  expect(log).toEqual(['0.25', 'end']);
});

it('shows nothing more once it is stopped', () => {
  const { log, advance, stop } = played({});
  advance(100);
  stop();
  advance(100);
  expect(log).toEqual(['0', '0.1']);
});

it('shows nothing more where a frame stops it', () => {
  const { frames, advance } = frameClock();
  const log: number[] = [];
  const stop = playTime({
    fromNs: 0,
    toNs: 1e9,
    nsPerMs: 1e6,
    onFrame(nowNs) {
      log.push(nowNs);
      if (nowNs > 0) stop();
    },
    onEnd: () => {},
    frames,
  });
  advance(10);
  advance(10);
  expect(log).toEqual([0, 10e6]);
});

it('takes a long gap between two frames for a page that was away', () => {
  const { log, advance } = played({});
  advance(60_000);
  expect(log).toEqual(['0', '0.1']);
});
