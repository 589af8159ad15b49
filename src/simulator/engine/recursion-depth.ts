/**
 * What CPython keeps of each thread's depth: the frames that may still be pushed, and where on the
 * stack in memory its guard ends a recursion.
 */

/** `offsetof(PyThreadState, py_recursion_remaining)` in CPython 3.14 for wasm32. */
const REMAINING = 32;

/** `offsetof(_PyThreadStateImpl, c_stack_top)`; the soft and the hard limit follow. */
const STACK_TOP = 708;

/** `_PyOS_STACK_MARGIN_BYTES`, which lies between the two limits. */
const MARGIN_BYTES = 8192;

/** The little of Pyodide's module that is used here. */
export interface ThreadStates {
  readonly HEAP32: Int32Array;
  _PyThreadState_GetUnchecked(): number;
}

/**
 * The running thread may push so many frames more. `sys.setrecursionlimit` keeps the difference to
 * the limit, so what is discounted once stays so.
 */
export function discountFrames(module: ThreadStates, count: number): void {
  const at = (module._PyThreadState_GetUnchecked() + REMAINING) >> 2;
  module.HEAP32[at] = (module.HEAP32[at] as number) + count;
}

/**
 * Has CPython's guard end a recursion of the running thread when it has used so much of the stack in
 * memory: where the browser has one stack, and no more.
 */
export function shortenStack(module: ThreadStates, bytes: number): void {
  const at = (module._PyThreadState_GetUnchecked() + STACK_TOP) >> 2;
  const softLimit = (module.HEAP32[at] as number) - bytes;
  module.HEAP32[at + 1] = softLimit;
  module.HEAP32[at + 2] = softLimit - MARGIN_BYTES;
}
