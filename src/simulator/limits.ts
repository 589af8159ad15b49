/** Where a run is ended that would not end by itself, and how that is said. */
import type { Limits } from './simulator.ts';

/** As much as a small machine gives a process; past it CPython raises `MemoryError`. */
export const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;

/** Why the run ended, for the reader: what was allowed, and what to do. */
export const LIMIT_MESSAGES = {
  'virtual-time': ({ virtualTimeNs }: Limits) =>
    `Stopped: the program's clock passed ${virtualTimeNs / 86_400e9} days. A loop that never ends? Give it an end, or cancel its task.`,
  steps: ({ steps }: Limits) =>
    `Stopped after ${steps.toLocaleString('en-GB')} turns of the event loop. A task that never stops rescheduling itself? Give it an end.`,
  output: ({ outputChars }: Limits) =>
    `Stopped: the program printed more than ${outputChars.toLocaleString('en-GB')} characters. Print less, or end the loop.`,
  tasks: ({ tasks }: Limits) =>
    `Stopped: the program created more than ${tasks.toLocaleString('en-GB')} tasks. Limit how many are created, for instance with a queue and workers.`,
  memory: (_: Limits) =>
    `Stopped: the program wanted more than ${MEMORY_LIMIT_BYTES / 1024 ** 2} MiB of memory. Keep less of it alive at once.`,
  recursion: (_: Limits) =>
    'Stopped: the program nested calls or data so deeply that the stack ran out. Give the recursion an end, or use a loop.',
  'real-time': ({ realTimeMs }: Limits) =>
    `Stopped after ${realTimeMs / 1000} seconds of real time. The program computes for long, or forever.`,
} as const;
