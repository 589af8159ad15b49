/** Notices an engine that computes and gives no sign: it is within one call, and may be for ever. */

export interface SilenceWatch {
  /** It has given a sign; if it waits for something, it gives none until it has that. */
  readonly sign: (isWaiting: boolean) => void;
  readonly end: () => void;
}

const LOOK_EVERY_MS = 500;

/**
 * Where nothing tells what a worker has used of a processor, it is taken for half of the time that has
 * passed for us: on a busy machine that comes late for both, and for a page that is not seen it stands.
 */
const SHARE = 0.5;

/**
 * @param cpuMs what the engine has used of a processor so far: a machine under load is not to be taken
 *   for a silent engine.
 * @param onSilence called once, when the engine has computed for longer than `longestMs` since its last sign.
 */
export function watchForSilence(
  cpuMs: (() => Promise<number>) | undefined,
  longestMs: number,
  onSilence: () => void,
): SilenceWatch {
  let looks = 0;
  let isWaiting = false;
  /** When it had given its last sign; null until that is measured. */
  let sinceMs: number | null = null;
  let isOver = false;
  const measure = cpuMs ?? (async () => looks * LOOK_EVERY_MS * SHARE);
  const look = async () => {
    looks += 1;
    if (isWaiting) return;
    const since = sinceMs;
    const nowMs = await measure();
    if (isOver || since !== sinceMs) return;
    sinceMs ??= nowMs;
    if (nowMs - sinceMs < longestMs) return;
    end();
    onSilence();
  };
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  return {
    sign(waits) {
      isWaiting = waits;
      sinceMs = null;
    },
    end,
  };
}
