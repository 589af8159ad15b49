/** Real time and its frames: the browser's, or a test's. */
export interface FrameClock {
  /** In milliseconds. */
  now(): number;
  request(onFrame: () => void): number;
  cancel(handle: number): void;
}

export interface PlayOptions {
  readonly fromNs: number;
  readonly toNs: number;
  /** Virtual nanoseconds that pass in a real millisecond. */
  readonly nsPerMs: number;
  /** Called with the time that has come, which is never past the end; at once for the beginning. */
  readonly onFrame: (nowNs: number) => void;
  readonly onEnd: () => void;
  /** Default: the browser's. */
  readonly frames?: FrameClock;
}

/** Frames further apart than this are a page that was away, not time that was watched. */
const LONGEST_FRAME_MS = 100;

const browserFrames: FrameClock = {
  now: () => performance.now(),
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/**
 * Lets virtual time pass with real time, frame by frame. The one clock of all that plays on a page.
 *
 * @returns what stops it, after which nothing is called.
 */
export function playTime(options: PlayOptions): () => void {
  const { toNs, nsPerMs, onFrame, onEnd, frames = browserFrames } = options;
  let nowNs = Number.isFinite(nsPerMs) ? options.fromNs : toNs;
  let lastMs = frames.now();
  let handle = 0;
  let stopped = false;
  const show = () => {
    onFrame(nowNs);
    if (stopped) return;
    if (nowNs >= toNs) onEnd();
    else handle = frames.request(frame);
  };
  const frame = () => {
    const ms = frames.now();
    nowNs = Math.min(toNs, nowNs + Math.min(LONGEST_FRAME_MS, ms - lastMs) * nsPerMs);
    lastMs = ms;
    show();
  };
  show();
  return () => {
    stopped = true;
    frames.cancel(handle);
  };
}
