/** Where the course teaches what an insight is about. */
import type { Insight, InsightKind } from './insight.ts';

/** An address on the site, without its base path: `"recipes/blocking-code/"`. */
export function taughtAt({ kind }: Pick<Insight, 'kind'>): string {
  return ADDRESSES[kind];
}

const ADDRESSES: { readonly [Kind in InsightKind]: string } = {
  'missing-package': 'start-here/#how-to-use-this-course',
  'missing-name': 'start-here/#how-to-use-this-course',
  'await-outside': 'recipes/async-from-sync/',
  'loop-misuse': 'recipes/async-from-sync/',
  'passed-on': 'tasks/#the-result-and-the-exception',
  'cancelled-from-below': 'glossary/#cancelled-error',
  'exit-in-task': 'tasks/#when-main-ends',
  deadlock: 'synchronization/#deadlock',
  computing: 'blocking/#computing',
  endless: 'recipes/periodically/',
  serving: 'going-further/#a-server-on-streams',
  'trace-cut': 'start-here/#how-to-read-a-timeline',
  unheard: 'tasks/#exceptions-that-nobody-retrieves',
  destroyed: 'tasks/#keep-a-reference',
  'callback-failed': 'glossary/#done-callback',
  'hidden-results': 'recipes/collect-errors/',
  'gather-failed': 'tasks/#gather-all-results-in-order',
  'thread-failed': 'blocking/#the-rules-for-two-threads',
  'generator-left': 'glossary/#aclosing',
  'never-awaited': 'glossary/#never-awaited',
  'loop-held': 'recipes/blocking-code/',
  'limit-late': 'blocking/#no-timeout-can-help',
  cancelled: 'tasks/#cancellation',
  'shield-cancelled': 'glossary/#shield',
  'as-completed-up': 'tasks/#time-limits',
  'time-limit': 'tasks/#time-limits',
  'left-unfinished': 'tasks/#when-main-ends',
  'still-open': 'tasks/#when-main-ends',
  'swallowed-cancel': 'tasks/#let-it-through',
  'not-stopped': 'blocking/#a-thread-cannot-be-cancelled',
  'exit-held': 'blocking/#a-thread-cannot-be-cancelled',
  'missed-wake': 'recipes/async-from-thread/',
  'event-unseen': 'synchronization/#event',
  'two-loops': 'blocking/#the-rules-for-two-threads',
  'other-loop': 'blocking/#the-rules-for-two-threads',
  'pool-full': 'blocking/#pools-and-their-size',
  'serial-waits': 'coroutines/#one-after-another',
  concurrent: 'coroutines/#together-for-the-first-time',
  'made-per-call': 'recipes/limit-concurrency/',
  'taking-turns': 'synchronization/#lock',
};
