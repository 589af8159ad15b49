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
      return {
        summary: `Stopped: the program’s clock passed ${dayText(allowed)}.`,
        detail: 'A loop without an end? Give it one, or cancel its task.',
      };
    case 'steps':
      return {
        summary: `Stopped after ${grouped(allowed)} turns of event loops and blocking calls.`,
        detail: 'Something that goes on and on? Give it an end.',
      };
    case 'output':
      return {
        summary: `Stopped: the program printed more than ${grouped(allowed)} characters.`,
        detail: 'Print less, or end the loop.',
      };
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
    case 'real-time':
      return {
        summary: `Stopped after ${allowed / 1000} seconds of real time.`,
        detail: 'The program computes for long, or has no end.',
      };
  }
}

const NS_PER_DAY = 86_400e9;

function dayText(ns: number): string {
  const days = ns / NS_PER_DAY;
  return days >= 1 ? `${grouped(days)} days` : `${grouped(ns / 1e9)} seconds`;
}

/** `250000` gives `"250,000"`. */
function grouped(amount: number): string {
  return amount.toLocaleString('en-GB');
}

/** `"ValueError"` gives `"a ValueError"`, `"IndexError"` gives `"an IndexError"`. */
function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`;
}
