import { type Looks, VALUES_PER_LOOK } from './signal-looks.ts';

/**
 * CPython looks for signals at every backward jump and every call, and asks the host at each
 * fiftieth look.
 */
const LOOKS_PER_TICK = 50;

/** What as much work costs; native CPython takes 3 to 8 µs for it. */
const TICK_NS = 4_500;

/** How many ticks are gathered before they are told: asking more often would only cost real time. */
const TICKS_PER_REPORT = 8;

/** What the interpreter is told in order to interrupt it; `interrupts.py` listens to these numbers. */
const INTERRUPT_SIGNAL = 64;
const WITHIN_CALL_SIGNAL = 63;

/**
 * A call of C that has an iterator give {@link VALUES_PER_LOOK} values, so many times over, costs about
 * what native CPython takes for them: 3 to 50 ns for one. Up to then it is free; most go through far fewer.
 */
const FREE_ITERATIONS = 32;
const ITERATION_NS = 20 * VALUES_PER_LOOK;

/** What 4,096 steps of a regular expression cost, after which CPython looks for signals. */
const EXPRESSION_NS = 25_000;

/**
 * More ticks in a row than these, each in another hook, and it is a loop of the program's that has a
 * hook in it each time round, and a round that lasts as long as a tick.
 */
const MOST_HOOKS_IN_A_ROW = 200;

const LOOKS_PER_REPORT = TICKS_PER_REPORT * LOOKS_PER_TICK;

/**
 * An interrupt that comes at a bad moment is tried again at each of so many looks. Our own code is as a
 * rule over by then.
 */
const MOST_TRIES = 64;

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

/** Who is told of computing. */
export interface Work {
  /**
   * Answers whether to interrupt what is computing; within a call that CPython itself would not
   * interrupt, whether to tell of it, or to let other processes have their turn.
   */
  compute(costNs: number, isWithinCall: boolean): boolean;
  /** Whether what the running thread computes costs nothing. */
  isExempt: boolean;
  /** Whether the running thread is to be interrupted before its time. */
  readonly isToBeInterrupted: boolean;
}

/** The computing of one run. */
export interface Computing {
  /** What is done from here on is the program's, and counted from nothing: whatever was before. */
  begin(): void;
  /**
   * Whether what the running thread does from now on costs nothing, and leaves the count as it was: how
   * much an import does depends on what was imported before. Answers what was said before.
   */
  exempt(exempt: boolean): boolean;
  /**
   * The interpreter can't be interrupted here: ask at its next look. To be called at the end of the
   * handler, which looks once more itself. False if that was tried often enough for now.
   */
  askSoon(): boolean;
  /** Interrupt the running thread at its next look but one: the next is that of who calls this. */
  interruptSoon(): void;
}

/**
 * Counts the work that the interpreter does, by standing in for Pyodide's interrupt buffer. The
 * count depends on the program alone, so the same program always costs the same.
 *
 * @param own what of it is the watching itself, and costs nothing.
 */
export function watchComputing(
  pyodide: Interruptible,
  asking: Looks,
  own: OwnWork,
  work: Work,
): Computing {
  let looks = 0;
  let hooks = 0;
  let ticks = 0;
  let looksPerTick = LOOKS_PER_TICK;
  let tries = 0;
  let leftBefore = LOOKS_PER_TICK;
  let iterations = 0;
  /** Whether the running thread is to be interrupted as soon as it can be. */
  let isSoon = false;
  /** Where the call was whose iterations are counted. */
  let stoodAt: string | null = '';
  const report = (costNs: number) => (work.compute(costNs, false) ? INTERRUPT_SIGNAL : NO_SIGNAL);
  const iterate = () => {
    const standsAt = `${ticks} ${asking.left}`;
    iterations = stoodAt === null || stoodAt === standsAt ? iterations + 1 : 0;
    stoodAt = standsAt;
    if (iterations < FREE_ITERATIONS || !work.compute(ITERATION_NS, true)) return NO_SIGNAL;
    // The handler looks as well.
    stoodAt = null;
    return WITHIN_CALL_SIGNAL;
  };
  /** Nothing can be interrupted here: soon, if something is to be. */
  const notHere = () => {
    if (isSoon) {
      asking.left = 0;
      looksPerTick = 1;
    }
    return NO_SIGNAL;
  };
  const countingBuffer = {
    get 0() {
      const within = asking.takeWithin();
      const passed = looksPerTick;
      looksPerTick = LOOKS_PER_TICK;
      looks -= own.takeOwnLooks();
      const hook = own.lookForHook();
      if (hook !== 'another') hooks = 0;
      else hooks += 1;
      if (work.isExempt) return notHere();
      if (hook !== 'none' && hooks <= MOST_HOOKS_IN_A_ROW) return notHere();
      if (within === 'iteration') return iterate();
      ticks += 1;
      if (within === 'expression') return report(EXPRESSION_NS);
      looks += passed;
      if (isSoon) {
        // Once: CPython asks again while it handles this.
        isSoon = false;
        return work.isToBeInterrupted ? INTERRUPT_SIGNAL : NO_SIGNAL;
      }
      if (looks < LOOKS_PER_REPORT) return passed < LOOKS_PER_TICK ? INTERRUPT_SIGNAL : NO_SIGNAL;
      looks -= LOOKS_PER_REPORT;
      tries = 0;
      return report(TICKS_PER_REPORT * TICK_NS);
    },
    set 0(_signal) {},
  };
  pyodide.setInterruptBuffer(countingBuffer);
  return {
    begin() {
      looks = hooks = 0;
      asking.left = LOOKS_PER_TICK;
    },
    exempt(exempt) {
      const before = work.isExempt;
      work.isExempt = exempt;
      if (exempt && !before) leftBefore = asking.left;
      else if (before && !exempt) asking.left = leftBefore;
      return before;
    },
    askSoon() {
      tries += 1;
      if (tries > MOST_TRIES) return false;
      // The handler's own.
      asking.left = 1;
      looksPerTick = 1;
      isSoon = work.isToBeInterrupted;
      return true;
    },
    interruptSoon() {
      looks += looksPerTick - asking.left;
      asking.left = 1;
      looksPerTick = 1;
      tries = 0;
      isSoon = true;
    },
  };
}

const NO_SIGNAL = 0;
