/** Where the course teaches what an insight is about. */
import type { Insight, InsightKind } from './insight.ts';

/** An address on the site, without its base path: `"recipes/blocking-code/"`. */
export function taughtAt({
  kind,
  how,
}: Pick<Insight, 'kind'> & { readonly how?: unknown }): string {
  // Python has a message for each of the two, and the course an answer to each message.
  if (kind === 'loop-misuse' && how === 'none') return 'recipes/no-current-event-loop/';
  return ADDRESSES[kind];
}

const ADDRESSES: { readonly [Kind in InsightKind]: string } = {
  'missing-package': 'start-here/using-this-course/',
  'missing-name': 'start-here/using-this-course/',
  'await-outside': 'recipes/async-from-sync/',
  'loop-misuse': 'recipes/run-in-a-running-loop/',
  'passed-on': 'tasks/result-and-exception/',
  'cancelled-from-below': 'glossary/#cancelled-error',
  'exit-in-task': 'tasks/when-main-ends/',
  deadlock: 'synchronization/deadlock/',
  computing: 'blocking/computing/',
  endless: 'recipes/periodically/',
  serving: 'going-further/server/',
  'trace-cut': 'start-here/timeline/',
  unheard: 'tasks/nobody-retrieves/',
  destroyed: 'tasks/keep-a-reference/',
  'callback-failed': 'glossary/#done-callback',
  'hidden-results': 'recipes/collect-errors/',
  'gather-failed': 'tasks/gather/',
  'thread-failed': 'blocking/two-doors/',
  'generator-left': 'glossary/#aclosing',
  'never-awaited': 'glossary/#never-awaited',
  'loop-held': 'recipes/blocking-code/',
  'limit-late': 'blocking/one-is-enough/#no-timeout-can-help',
  cancelled: 'tasks/cancellation/',
  'shield-cancelled': 'glossary/#shield',
  'as-completed-up': 'tasks/wait-for/',
  'time-limit': 'tasks/wait-for/',
  'left-unfinished': 'tasks/when-main-ends/',
  'still-open': 'tasks/when-main-ends/',
  'swallowed-cancel': 'tasks/let-it-through/',
  'not-stopped': 'blocking/cannot-be-cancelled/',
  'exit-held': 'blocking/cannot-be-cancelled/',
  'missed-wake': 'recipes/async-from-thread/',
  'event-unseen': 'synchronization/event/',
  'two-loops': 'blocking/two-doors/',
  'other-loop': 'blocking/two-doors/',
  'pool-full': 'blocking/pools/',
  'serial-waits': 'coroutines/one-after-another/',
  concurrent: 'coroutines/together/',
  'made-per-call': 'recipes/limit-concurrency/',
  'taking-turns': 'synchronization/lock/',
};
