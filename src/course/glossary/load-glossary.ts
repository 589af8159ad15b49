import { getCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { pagePath } from '../../ui/page-path.ts';
import { Glossary } from './glossary.ts';

let loaded: Promise<Glossary> | null = null;

/**
 * The glossary, when the site is built.
 *
 * @throws Error naming the file and the field that refers to nothing.
 */
export function loadGlossary(): Promise<Glossary> {
  // While authors write, each page reads it anew.
  if (import.meta.env.DEV) return readGlossary();
  loaded ??= readGlossary();
  return loaded;
}

async function readGlossary(): Promise<Glossary> {
  const entries = await getCollection('glossary');
  const glossary = new Glossary(entries.map(({ id, data }) => ({ id, ...data })));
  for (const { id, snippet } of glossary.terms) {
    if (snippet && !existsSync(`content/snippets/${snippet}.py`)) {
      throw new Error(
        `content/glossary/${id}.md, snippet: expected a program at ` +
          `content/snippets/${snippet}.py, found none.`,
      );
    }
  }
  return glossary;
}

/** Where a term stands, under any base path: "/glossary/#event-loop". */
export function termHref(id: string): string {
  return pagePath(`glossary/#${id}`);
}
