import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** `chapter/name` of every snippet, when the site is built. */
export function snippetIds(): string[] {
  return readdirSync(resolve('content/snippets'), { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length));
}
