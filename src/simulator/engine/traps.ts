/** WebAssembly stops where CPython reads what is not there, or the like: what natively is a signal. */

/** Taken before the scope is sealed. */
const { RuntimeError: Trap } = WebAssembly;

const SIGFPE = 8;
const SIGSEGV = 11;

const DIVISION = /divi(de|sion) by zero/i;

const SHARED = 'It was that of a child process; here all processes have it in common.\n';

export interface Crash {
  /** The last words of the run, on stderr. */
  readonly words: string;
  /** As a shell has it. */
  readonly status: number;
}

/**
 * What the end of the interpreter is natively, by the error that came out of it; null for others.
 *
 * @param isByChild a child process has brought it about, which natively ends alone.
 */
export function crashOf(error: unknown, isByChild: boolean): Crash | null {
  if (!(error instanceof Trap)) return null;
  const { message } = error;
  return {
    words: `The Python interpreter has crashed (${message}).\n${isByChild ? SHARED : ''}`,
    status: 128 + (DIVISION.test(message) ? SIGFPE : SIGSEGV),
  };
}
