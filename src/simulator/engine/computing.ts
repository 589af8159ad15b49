/**
 * CPython looks for signals at every backward jump and every call, and asks the host at each
 * fiftieth look.
 */
const LOOKS_PER_TICK = 50;

/** What as much work costs; native CPython takes 3 to 8 µs for it. */
const TICK_NS = 4_500;

/** How many ticks are gathered before they are told: asking more often would only cost real time. */
const TICKS_PER_REPORT = 8;

/** What the interpreter is told in order to interrupt it; `kernel.py` listens to this number. */
const INTERRUPT_SIGNAL = 64;

/**
 * More ticks in a row than these, each in another hook, and it is a loop of the program's that has a
 * hook in it each time round, and a round that lasts as long as a tick.
 */
const MOST_HOOKS_IN_A_ROW = 200;

const LOOKS_PER_REPORT = TICKS_PER_REPORT * LOOKS_PER_TICK;

/** What the Python half says of the hooks that watch the program (`step_log.py`). */
export interface OwnWork {
  /** How many looks were theirs since this was last asked. */
  takeOwnLooks(): number;
  /** Whether one runs that does not count its looks; and whether it did when this was last asked. */
  lookForHook(): 'none' | 'another' | 'same';
}

/** The part of Pyodide that is needed. */
interface Interruptible {
  setInterruptBuffer(buffer: unknown): void;
}

/**
 * Counts the work that the interpreter does, by standing in for Pyodide's interrupt buffer. The
 * count depends on the program alone, so the same program always costs the same.
 *
 * @param own what of it is the watching itself, and costs nothing.
 * @param onWork answers whether to interrupt what is computing.
 */
export function watchComputing(
  pyodide: Interruptible,
  own: OwnWork,
  onWork: (costNs: number) => boolean,
): void {
  let looks = 0;
  let hooks = 0;
  const countingBuffer = {
    get 0() {
      looks -= own.takeOwnLooks();
      const hook = own.lookForHook();
      if (hook !== 'another') hooks = 0;
      else hooks += 1;
      if (hook !== 'none' && hooks <= MOST_HOOKS_IN_A_ROW) return NO_SIGNAL;
      looks += LOOKS_PER_TICK;
      if (looks < LOOKS_PER_REPORT) return NO_SIGNAL;
      looks -= LOOKS_PER_REPORT;
      return onWork(TICKS_PER_REPORT * TICK_NS) ? INTERRUPT_SIGNAL : NO_SIGNAL;
    },
    set 0(_signal) {},
  };
  pyodide.setInterruptBuffer(countingBuffer);
}

const NO_SIGNAL = 0;
