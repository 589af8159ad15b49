/**
 * Gives CPython further stacks of the browser's where one is used up (`build/deepen-stack.ts` says
 * where that is). A `promising` export runs on a stack of its own: so the call that would no longer
 * have room is made by one.
 *
 * The call begins there at once and, as a rule, is over when it comes back. Where its thread parks,
 * the stack before it is suspended as well, until the call has ended.
 */
import { interceptImports } from './wasm-imports.ts';

/** `EXPORTED` in `build/stack-code.ts`. */
interface SegmentedExports {
  readonly __stack_pointer: WebAssembly.Global<'i32'>;
  readonly __stack_low: WebAssembly.Global<'i32'>;
  readonly segment_limit: WebAssembly.Global<'i32'>;
  readonly segment_floor: WebAssembly.Global<'i32'>;
  readonly segment_finished: WebAssembly.Global<'i32'>;
  readonly segment_result: WebAssembly.Global<'i32'>;
  readonly segment_table: WebAssembly.Table;
  segment_run(slot: number, kind: number, ticket: number): number;
}

/** What TypeScript's library does not know yet. */
interface StackSwitching {
  promising(run: SegmentedExports['segment_run']): (...args: number[]) => Promise<number>;
  readonly Suspending: new (wait: () => Promise<number>) => WebAssembly.ImportValue;
}

/** What Pyodide's `saveState` hands out when a stack is suspended. */
interface SavedStack {
  /** Ours: where its running segment ends. */
  segmentLimit?: number;
}

/** Does nothing where the browser can't switch stacks: there is only one then. */
export function segmentStacks(scope: typeof globalThis): void {
  const { Module, Instance } = scope.WebAssembly;
  const { promising, Suspending } = scope.WebAssembly as unknown as StackSwitching;
  if (!Suspending) return;
  interceptImports(scope, ({ env }) => {
    const save = env?.['saveState'] as (() => SavedStack | null) | undefined;
    const restore = env?.['restoreState'] as ((stack: SavedStack) => unknown) | undefined;
    if (!env || !save || !restore) return;
    let exports: SegmentedExports | null = null;
    let parkings = 0;
    env['saveState'] = () => {
      parkings += 1;
      const stack = save();
      if (stack && exports) stack.segmentLimit = exports.segment_limit.value;
      return stack;
    };
    env['restoreState'] = (stack: SavedStack) => {
      if (exports) exports.segment_limit.value = stack.segmentLimit ?? 0;
      return restore(stack);
    };
    return {
      onInstance(instance) {
        exports = instance.exports as unknown as SegmentedExports;
        const { segment_finished, segment_result, segment_floor, segment_table } = exports;
        const { __stack_pointer } = exports;
        segment_floor.value = exports.__stack_low.value + RESERVE_BYTES;
        const run = promising(exports.segment_run);
        let calls = 0;
        let parked: Promise<number> = Promise.resolve(0);
        const relay = new Instance(new Module(RELAY), {
          '': {
            isOver(slot: number, kind: number) {
              if (__stack_pointer.value < segment_floor.value) throw new RangeError(NO_MORE);
              calls += 1;
              const [call, before] = [calls, parkings];
              const ended = run(slot, kind, call);
              if (segment_finished.value === call) return true;
              if (parkings === before) throw failureOf(ended);
              parked = ended;
              return false;
            },
            result: () => segment_result.value,
            wait: new Suspending(() => parked),
          },
        });
        segment_table.set(0, relay.exports['begin']);
      },
    };
  });
}

/**
 * Half-way between CPython's two limits, which are `_PyOS_STACK_MARGIN_BYTES` and twice that above the
 * end: below the lower one its guard, which may come a few frames after this, is fatal. What comes so
 * far has no guard, and ends in a segmentation fault on Linux.
 */
const RESERVE_BYTES = 8192 + 4096;

/** What has been thrown there is known only later. It is to go through all stacks at once. */
function failureOf(ended: Promise<unknown>): Error {
  const failure = new Error();
  ended.catch((reason) => {
    failure.message = reason instanceof Error ? reason.message : String(reason);
  });
  return failure;
}

/** As the browser says it of its own stack. */
const NO_MORE = 'Maximum call stack size exceeded';

/**
 * What the table holds has to be WebAssembly:
 *
 * `(func (export "begin") (param i32 i32) (result i32)
 *    local.get 0 local.get 1 call $isOver
 *    if (result i32) call $result else call $wait end)`
 */
const RELAY = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // Types: () -> i32 and (i32, i32) -> i32.
  ...[1, 11, 2, 0x60, 0, 1, 0x7f, 0x60, 2, 0x7f, 0x7f, 1, 0x7f],
  ...[2, 29, 3, ...importOf('isOver', 1), ...importOf('result', 0), ...importOf('wait', 0)],
  ...[3, 2, 1, 1],
  ...[7, 9, 1, ...nameOf('begin'), 0, 3],
  ...[10, 18, 1, 16, 0, 0x20, 0, 0x20, 1, 0x10, 0],
  ...[0x04, 0x7f, 0x10, 1, 0x05, 0x10, 2, 0x0b, 0x0b],
]);

function importOf(name: string, type: number): number[] {
  return [0, ...nameOf(name), 0, type];
}

function nameOf(name: string): number[] {
  return [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0))];
}
