/**
 * Keeps CPython's garbage collector away from the stacks of suspended threads.
 *
 * Pyodide gives each suspended stack a `PyThreadState` of its own, and lets other threads use its
 * part of the C stack meanwhile. Since 3.14 the collector walks the frames of every thread state
 * (`mark_stacks` in Python/gc.c), and a chain of frames leads through structures on the C stack
 * (`_PyEntryFrame`): whatever another thread has left there sends it astray. It walks them only to
 * save work; what a frame refers to is alive by its reference count. So a suspended thread shows no
 * frames.
 */
import { interceptImports } from './wasm-imports.ts';

/** `offsetof(PyThreadState, current_frame)` in CPython 3.14 for wasm32. */
const CURRENT_FRAME = 52;

const NO_FRAME = 0;

/** What Pyodide's `saveState` hands out when a stack is suspended. */
interface SavedStack {
  /** Address of the thread state; 0 if the stack could not be suspended. */
  readonly threadState: number;
  /** Ours: the frames that the thread state had. */
  frame?: number;
}

export function hideSuspendedStacks(scope: typeof globalThis): void {
  interceptImports(scope, ({ env }, memoryOf) => {
    const save = env?.['saveState'] as (() => SavedStack | null) | undefined;
    const restore = env?.['restoreState'] as ((stack: SavedStack) => unknown) | undefined;
    if (!env || !save || !restore) return;
    const view = () => new DataView(memoryOf().buffer);
    env['saveState'] = () => {
      const stack = save();
      if (stack?.threadState) {
        stack.frame = view().getUint32(stack.threadState + CURRENT_FRAME, true);
        view().setUint32(stack.threadState + CURRENT_FRAME, NO_FRAME, true);
      }
      return stack;
    };
    env['restoreState'] = (stack: SavedStack) => {
      view().setUint32(stack.threadState + CURRENT_FRAME, stack.frame ?? NO_FRAME, true);
      return restore(stack);
    };
  });
}
