import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** `chapter/name` of every program under `content/snippets`, in order, when the site is built. */
export function snippetNames(): string[] {
  return readdirSync(resolve('content/snippets'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort();
}
