import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Trace } from '../../trace/schema.ts';

export interface LoadedSnippet {
  /** `chapter/name`, as its files are called under `content/snippets`. */
  readonly name: string;
  readonly source: string;
  readonly trace: Trace;
}

/**
 * Reads a snippet and its recording, when the site is built.
 *
 * @param where who names it, for errors. Default: an MDX page.
 * @throws Error where there is no such program, or where it has not been recorded.
 */
export function loadSnippet(name: string, where = `<Snippet name="${name}">`): LoadedSnippet {
  // The site is built from the project's folder; this module's own address is inside a bundle then.
  const program = resolve(`content/snippets/${name}.py`);
  const recorded = resolve(`.cache/recordings/${name}.json`);
  if (!existsSync(program)) {
    throw new Error(`${where}: expected a program at content/snippets/${name}.py, found none.`);
  }
  if (!existsSync(recorded)) {
    throw new Error(`${where}: "${name}" has no recording yet; run: npm run record`);
  }
  const { trace } = JSON.parse(readFileSync(recorded, 'utf8')) as { trace: Trace };
  return { name, source: readFileSync(program, 'utf8'), trace };
}
