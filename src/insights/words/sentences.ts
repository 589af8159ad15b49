/**
 * Splits what is told into its sentences; what stands between backticks is the program's own.
 *
 * ``"It ended with `a. B`. Then no more."`` gives ``["It ended with `a. B`.", "Then no more."]``.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  let isCode = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '`') isCode = !isCode;
    if (isCode || !text.startsWith('. ', at)) continue;
    sentences.push(text.slice(from, at + 1));
    from = at + 2;
  }
  return [...sentences, text.slice(from)].filter((sentence) => sentence !== '');
}
