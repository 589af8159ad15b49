/** Takes the indentation of the first line from every line, and the blank lines round the text. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const margin = lines[0]?.match(/^ */)?.[0] ?? '';
  return `${lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart())).join('\n')}\n`;
}
