/** How CPython looks for signals, as far as its memory and its module tell. */

/** What CPython keeps of its looks; its own module's, as `build/ask-within-calls.ts` has made that. */
export interface Looks {
  /** How many there are before the one at which it asks the host. */
  left: number;
  /** What it asks from within of; null where it asks between instructions. Once told, that is over. */
  takeWithin(): 'iteration' | 'expression' | null;
}

/** What CPython's module exports of it. */
export interface LooksExports {
  readonly memory: WebAssembly.Memory;
  /** Where the number of looks is before the one at which the host is asked. */
  readonly _Py_emscripten_signal_clock: WebAssembly.Global<'i32'>;
  /** See {@link WITHIN}. */
  readonly asked_within: WebAssembly.Global<'i32'>;
}

/** The global that says from within what it is asked for signals, where that is a call of C. */
export const WITHIN = 'asked_within' satisfies keyof LooksExports;

/** What that is set to. */
export const WITHIN_ITERATION = 1;
export const WITHIN_EXPRESSION = 2;

/** How many values iterators give between two looks from within a call. */
export const VALUES_PER_LOOK = 65_536;

export function looksOf(exports: LooksExports): Looks {
  const { memory, asked_within: within, _Py_emscripten_signal_clock: clock } = exports;
  const words = () => new Int32Array(memory.buffer);
  const at = clock.value >> 2;
  return {
    get left() {
      return words()[at] as number;
    },
    set left(looks) {
      words()[at] = looks;
    },
    takeWithin() {
      const kind = within.value;
      within.value = 0;
      if (kind === WITHIN_ITERATION) return 'iteration';
      return kind === WITHIN_EXPRESSION ? 'expression' : null;
    },
  };
}
