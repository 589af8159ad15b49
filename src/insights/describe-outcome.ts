/** How a run ended, in plain words for the page. */
import type { Outcome } from '../trace/recording.ts';

export interface OutcomeDescription {
  /** One line, without the time: `"Ended by a ValueError in line 7."` */
  readonly summary: string;
  /** More to read, over several lines; empty when there is none. */
  readonly detail: string;
  /** Whether the program did what a program should: end by itself, with status 0. */
  readonly ok: boolean;
}

export function describeOutcome(outcome: Outcome): OutcomeDescription {
  switch (outcome.kind) {
    case 'exited':
      return { summary: exitSummary(outcome), detail: '', ok: outcome.status === 0 };
    case 'deadlocked':
      return {
        summary: 'Deadlock: nothing is left that could wake any task.',
        detail: outcome.report,
        ok: false,
      };
    case 'limited':
      return { summary: 'Stopped by a limit.', detail: outcome.message, ok: false };
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

function exitSummary({ status, error }: Extract<Outcome, { kind: 'exited' }>): string {
  if (!error) return status === 0 ? 'Ended.' : `Ended with exit status ${status}.`;
  const where = error.line === null ? '' : ` in line ${error.line}`;
  return `Ended by ${withArticle(error.type)}${where}.`;
}

/** `"ValueError"` gives `"a ValueError"`, `"IndexError"` gives `"an IndexError"`. */
function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`;
}
