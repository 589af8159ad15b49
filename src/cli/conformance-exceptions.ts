/**
 * Snippets whose output native CPython need not share, each with the reason. Keep it short: what a
 * snippet prints should be true of Python, not of the simulator.
 */
export interface SnippetException {
  readonly reason: string;
  /** The first Python that prints the same; left out where none does. */
  readonly agreesFrom?: readonly [major: number, minor: number];
}

const DEADLOCK: SnippetException = {
  reason: 'CPython waits for ever where the simulator reports a deadlock',
};
const QUEUE_SHUTDOWN: SnippetException = {
  reason: 'Queue.shutdown is new in 3.13',
  agreesFrom: [3, 13],
};
const ASYNC_AS_COMPLETED: SnippetException = {
  reason: 'as_completed can be iterated with async for since 3.13',
  agreesFrom: [3, 13],
};
const EAGER_TASKS: SnippetException = {
  reason: 'eager_task_factory is new in 3.12',
  agreesFrom: [3, 12],
};
const EAGER_START: SnippetException = {
  reason: 'create_task takes eager_start since 3.14',
  agreesFrom: [3, 14],
};
/** What they are about: on a busy machine, they print something else. */
const WITHIN_MILLISECONDS: SnippetException = {
  reason: 'what comes first is decided by a few milliseconds',
};

export const SNIPPET_EXCEPTIONS: Readonly<Record<string, SnippetException>> = {
  'blocking/late-beats': {
    reason:
      'whether the primes or the beats come first depends on how quickly the machine computes',
  },
  'blocking/lock-of-a-loop': DEADLOCK,
  'coroutines/await-blocking-call': {
    reason: 'the TypeError for awaiting None has new words in 3.14',
    agreesFrom: [3, 14],
  },
  'examples/dining-philosophers': DEADLOCK,
  'going-further/bakery-shelf': QUEUE_SHUTDOWN,
  'going-further/call-graph': { reason: 'capture_call_graph is new in 3.14', agreesFrom: [3, 14] },
  'going-further/eager': EAGER_TASKS,
  'going-further/first-good-answer': ASYNC_AS_COMPLETED,
  'going-further/no-good-answer': ASYNC_AS_COMPLETED,
  'going-further/flood': QUEUE_SHUTDOWN,
  'going-further/queue-of-two': QUEUE_SHUTDOWN,
  'going-further/graceful-shutdown': QUEUE_SHUTDOWN,
  'going-further/hang': DEADLOCK,
  'going-further/pipeline': QUEUE_SHUTDOWN,
  'going-further/say-no-early': QUEUE_SHUTDOWN,
  'going-further/several-workers': QUEUE_SHUTDOWN,
  'going-further/two-stages': QUEUE_SHUTDOWN,
  'futures/never-set': DEADLOCK,
  'recipes/as-they-finish': ASYNC_AS_COMPLETED,
  'recipes/batches': QUEUE_SHUTDOWN,
  'recipes/does-it-race': WITHIN_MILLISECONDS,
  'recipes/graceful-shutdown': QUEUE_SHUTDOWN,
  'recipes/look-into-a-process': {
    reason: 'capture_call_graph is new in 3.14',
    agreesFrom: [3, 14],
  },
  'going-further/checkpoints': {
    reason: 'gather of what is done goes straight on since 3.12',
    agreesFrom: [3, 12],
  },
  'going-further/eager-guests': EAGER_TASKS,
  'going-further/flight-search': ASYNC_AS_COMPLETED,
  'going-further/three-forks': DEADLOCK,
  'going-further/waiting-room': QUEUE_SHUTDOWN,
  'going-further/parcels-from-the-belt': QUEUE_SHUTDOWN,
  'going-further/wash-and-dry': QUEUE_SHUTDOWN,
  'recipes/merge-iterators': QUEUE_SHUTDOWN,
  'recipes/no-current-event-loop': {
    reason: 'get_event_loop makes no loop since 3.14',
    agreesFrom: [3, 14],
  },
  'recipes/queue-workers': QUEUE_SHUTDOWN,
  'recipes/slow-consumer': QUEUE_SHUTDOWN,
  'synchronization/bike-behind-a-lock': WITHIN_MILLISECONDS,
  'synchronization/checker-queue': QUEUE_SHUTDOWN,
  'synchronization/chips': DEADLOCK,
  'synchronization/closing-time': QUEUE_SHUTDOWN,
  'synchronization/join-forever': DEADLOCK,
  'synchronization/last-bike': WITHIN_MILLISECONDS,
  'synchronization/last-bike-late': WITHIN_MILLISECONDS,
  'synchronization/ledger': DEADLOCK,
  'synchronization/lock-twice': DEADLOCK,
  'synchronization/museum-scans': QUEUE_SHUTDOWN,
  'synchronization/never-given-back': DEADLOCK,
  'synchronization/night-desk': QUEUE_SHUTDOWN,
  'synchronization/no-last-letter': DEADLOCK,
  'synchronization/last-letter-announced': QUEUE_SHUTDOWN,
  'synchronization/opposite-order': DEADLOCK,
  'synchronization/power-cut': QUEUE_SHUTDOWN,
  'synchronization/three-bands': DEADLOCK,
  'synchronization/toolbox': DEADLOCK,
  'synchronization/two-tills': QUEUE_SHUTDOWN,
  'tasks/as-completed-async': ASYNC_AS_COMPLETED,
  'tasks/eager': EAGER_TASKS,
  'tasks/eager-laundry': EAGER_TASKS,
  'tasks/eager-start': EAGER_START,
};
