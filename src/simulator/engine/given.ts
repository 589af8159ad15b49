/** What a program is given, as `python/_loopscope/program.py` takes it. */
import type { CompleteProgram } from '../simulator.ts';

/**
 * As one text: to iterate a list of JavaScript's makes Python a type of what the browser's iterators
 * can do, and that moves every object in memory. Bytes are the first 256 characters.
 */
export function givenText({ args, stdin }: Pick<CompleteProgram, 'args' | 'stdin'>): string {
  return JSON.stringify([args, latin1(stdin)]);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) {
    text += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  }
  return text;
}

/** As many arguments as any engine takes. */
const SLICE = 8_192;
