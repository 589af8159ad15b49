const STEP = '    ';

/** Statements after which a block is over. */
const LAST_OF_BLOCK = /^\s+(return|raise|pass|break|continue)\b[^([{]*$/;

/**
 * What a new line begins with: the indentation of the line before it, a step more after a colon, a
 * step less after a `return` and its kin.
 *
 * `indentAfter("def f():")` gives four spaces.
 *
 * @param textBefore the text up to the caret.
 */
export function indentAfter(textBefore: string): string {
  const line = textBefore.slice(textBefore.lastIndexOf('\n') + 1);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (/:\s*(#.*)?$/.test(line)) return indent + STEP;
  return LAST_OF_BLOCK.test(line) ? indent.slice(STEP.length) : indent;
}
