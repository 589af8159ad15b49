/**
 * Snippets whose output native CPython need not share, each with the reason. Keep it short: what a
 * snippet prints should be true of Python, not of the simulator.
 */
export interface SnippetException {
  readonly reason: string;
  /** The first Python that prints the same; left out where none does. */
  readonly agreesFrom?: readonly [major: number, minor: number];
}

const DEADLOCK = 'CPython waits for ever where the simulator reports a deadlock';
const QUEUE_SHUTDOWN = 'Queue.shutdown is new in 3.13';

export const SNIPPET_EXCEPTIONS: Readonly<Record<string, SnippetException>> = {
  'coroutines/await-blocking-call': {
    reason: 'the TypeError for awaiting None has new words in 3.14',
    agreesFrom: [3, 14],
  },
  'going-further/call-graph': { reason: 'capture_call_graph is new in 3.14', agreesFrom: [3, 14] },
  'going-further/first-good-answer': {
    reason: 'as_completed can be iterated with async for since 3.13',
    agreesFrom: [3, 13],
  },
  'going-further/graceful-shutdown': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'going-further/pipeline': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'going-further/two-stages': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'going-further/hang': { reason: DEADLOCK },
  'futures/never-set': { reason: DEADLOCK },
  'synchronization/join-for-ever': { reason: DEADLOCK },
  'synchronization/never-given-back': { reason: DEADLOCK },
  'synchronization/no-last-letter-mended': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'synchronization/power-cut': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'synchronization/closing-time': { reason: QUEUE_SHUTDOWN, agreesFrom: [3, 13] },
  'tasks/as-completed-async': {
    reason: 'as_completed can be iterated with async for since 3.13',
    agreesFrom: [3, 13],
  },
  'synchronization/lock-twice': { reason: DEADLOCK },
  'synchronization/no-last-letter': { reason: DEADLOCK },
  'synchronization/opposite-order': { reason: DEADLOCK },
};
