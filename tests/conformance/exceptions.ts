/**
 * Snippets whose output native CPython need not share, each with the reason. Keep it short: what a
 * snippet prints should be true of Python, not of the simulator.
 */
export interface SnippetException {
  readonly reason: string;
  /** The first Python that prints the same; left out where none does. */
  readonly agreesFrom?: readonly [major: number, minor: number];
}

export const SNIPPET_EXCEPTIONS: Readonly<Record<string, SnippetException>> = {
  'coroutines/await-blocking-call': {
    reason: 'the TypeError for awaiting None has new words in 3.14',
    agreesFrom: [3, 14],
  },
};
