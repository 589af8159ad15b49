/** What a snippet is called once it is a file of the reader's: `a/first-await`, `first_await.py`. */
export function downloadName(snippet: string): string {
  const last = snippet.slice(snippet.lastIndexOf('/') + 1);
  return `${last.replaceAll('-', '_')}.py`;
}
