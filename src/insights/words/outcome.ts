/** How a run ended, in words: the only place that has them. */
import type { Outcome } from '../../trace/schema.ts';

export interface OutcomeWords {
  /** One line, without the time: `"Ended by a ValueError on line 7."` */
  readonly summary: string;
  /** What to do about it; empty where there is nothing to say. */
  readonly detail: string;
  /** Whether the program did what a program should: end by itself, with status 0. */
  readonly ok: boolean;
}

export function tellOutcome(outcome: Outcome): OutcomeWords {
  switch (outcome.kind) {
    case 'exited':
      return { summary: exitSummary(outcome), detail: '', ok: outcome.status === 0 };
    case 'deadlocked':
      return {
        summary: 'Deadlock: nothing is left that could wake the program.',
        detail: '',
        ok: false,
      };
    case 'serving':
      return { summary: 'Serving: the program waits for a client.', detail: '', ok: false };
    case 'limited':
      return { ...limitWords(outcome), ok: false };
    case 'stopped':
      return { summary: 'Stopped by you.', detail: '', ok: false };
    case 'running':
      return { summary: 'The program goes on.', detail: '', ok: false };
    case 'crashed':
      return {
        summary: 'The simulator failed. The fault is this site’s, not your program’s.',
        detail: outcome.message,
        ok: false,
      };
  }
}

type Exited = Extract<Outcome, { kind: 'exited' }>;

function exitSummary({ status, error }: Exited): string {
  if (!error) return status === 0 ? 'Ended.' : `Ended with exit status ${status}.`;
  const { location } = error;
  // Which other file it was, the traceback says.
  const where = location?.file === 0 ? ` on line ${location.line}` : '';
  return `Ended by ${withArticle(error.type)}${where}.`;
}

type Limited = Extract<Outcome, { kind: 'limited' }>;

function limitWords({ limit, allowed }: Limited): Omit<OutcomeWords, 'ok'> {
  switch (limit) {
    case 'virtual-time':
      return { summary: `${GOES_ON} at ${dayText(allowed)} of its clock.`, detail: '' };
    case 'steps':
      return {
        summary: `${GOES_ON} after ${grouped(allowed)} turns of event loops and blocking calls.`,
        detail: '',
      };
    case 'thread-turns':
      return { summary: `${GOES_ON} after ${grouped(allowed)} turns of threads.`, detail: '' };
    case 'output':
      return { summary: `${GOES_ON} after ${grouped(allowed)} characters of output.`, detail: '' };
    case 'computing':
      return { summary: `${GOES_ON} after ${dayText(allowed)} of computing.`, detail: '' };
    case 'tasks':
      return {
        summary: `Stopped: the program created more than ${grouped(allowed)} tasks.`,
        detail: 'Limit how many there are, for instance with a queue and workers.',
      };
    case 'memory':
      return {
        summary: `Stopped: the program wanted more than ${Math.round(allowed / 1024 ** 2)} MiB of memory.`,
        detail: 'Keep less of it alive at once.',
      };
    case 'recursion':
      return {
        summary: 'Stopped: the program nested calls or data so deeply that the stack ran out.',
        detail: 'Give the recursion an end, or use a loop.',
      };
    case 'one-call':
      return {
        summary: `Stopped: one call has computed for ${allowed / 1000} seconds, and nothing can interrupt it.`,
        detail: '',
      };
    case 'real-time':
      return {
        summary: `${GOES_ON} after ${allowed / 1000} seconds of real time.`,
        detail: 'How far it comes in them depends on the machine.',
      };
  }
}

const GOES_ON = 'The program goes on; this run ended';

const NS_PER_DAY = 86_400e9;

function dayText(ns: number): string {
  const days = ns / NS_PER_DAY;
  return days >= 1 ? amountOf(days, 'day') : amountOf(ns / 1e9, 'second');
}

/** `(1, "second")` gives `"1 second"`. */
function amountOf(amount: number, unit: string): string {
  return `${grouped(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}

/** `250000` gives `"250,000"`. */
function grouped(amount: number): string {
  return amount.toLocaleString('en-GB');
}

/** `"ValueError"` gives `"a ValueError"`, `"IndexError"` gives `"an IndexError"`. */
function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`;
}
