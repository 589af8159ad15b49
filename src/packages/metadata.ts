/** The headers of `METADATA` and `WHEEL`, which are those of mail. */

export type Headers = ReadonlyMap<string, readonly string[]>;

/** By their names in small letters; what follows the first empty line is a description. */
export function parseHeaders(text: string): Headers {
  const headers = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      if (last) last.push(`${last.pop()} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    last = headers.get(name) ?? [];
    headers.set(name, last);
    last.push(line.slice(colon + 1).trim());
  }
  return headers;
}
