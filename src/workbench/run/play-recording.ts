import { type OutputScript, type PlaybackSpeed, playedNs } from '../../analysis/playback.ts';

/** Real time and its frames: the browser's, or a test's. */
export interface FrameClock {
  /** In milliseconds. */
  now(): number;
  request(onFrame: () => void): number;
  cancel(handle: number): void;
}

export interface Player {
  readonly onFrame: (nowNs: number) => void;
  readonly onEnd: () => void;
}

const browserFrames: FrameClock = {
  now: () => performance.now(),
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Plays a script from its beginning. Returns what stops it, after which nothing is called. */
export function playRecording(
  script: OutputScript,
  speed: PlaybackSpeed,
  { onFrame, onEnd }: Player,
  frames: FrameClock = browserFrames,
): () => void {
  const begunMs = frames.now();
  let handle = 0;
  const step = () => {
    const nowNs = playedNs(script, frames.now() - begunMs, speed);
    onFrame(nowNs);
    if (nowNs >= script.endedNs) onEnd();
    else handle = frames.request(step);
  };
  step();
  return () => frames.cancel(handle);
}
