/**
 * What one tick costs. CPython looks for signals at every backward jump and every call, and asks
 * the host at each fiftieth look; native CPython takes 3 to 8 µs for as much work.
 */
const TICK_NS = 4_500;

/** How many ticks are gathered before they are told: asking more often would only cost real time. */
const TICKS_PER_REPORT = 8;

/** What the interpreter is told in order to interrupt it; `kernel.py` listens to this number. */
const INTERRUPT_SIGNAL = 64;

/** The part of Pyodide that is needed. */
interface Interruptible {
  setInterruptBuffer(buffer: unknown): void;
}

/**
 * Counts the work that the interpreter does, by standing in for Pyodide's interrupt buffer. The
 * count depends on the program alone, so the same program always costs the same.
 *
 * @param isFree whether what computes at this moment costs nothing.
 * @param onWork answers whether to interrupt what is computing.
 */
export function watchComputing(
  pyodide: Interruptible,
  isFree: () => boolean,
  onWork: (costNs: number) => boolean,
): void {
  let ticks = 0;
  const countingBuffer = {
    get 0() {
      if (isFree()) return NO_SIGNAL;
      ticks += 1;
      if (ticks % TICKS_PER_REPORT !== 0) return NO_SIGNAL;
      return onWork(TICKS_PER_REPORT * TICK_NS) ? INTERRUPT_SIGNAL : NO_SIGNAL;
    },
    set 0(_signal) {},
  };
  pyodide.setInterruptBuffer(countingBuffer);
}

const NO_SIGNAL = 0;
