import { readdirSync } from 'node:fs';
import { unitFiles } from '../../src/course/units/unit-files.ts';

const DIST = process.env['SITE_DIST'] ?? 'dist';

/**
 * The built pages that stand for all of them, in order, by their addresses: `""`, `"tasks/whole/"`.
 * What is in a lesson is also in its chapter's whole page; what surrounds it is the same round each,
 * so the first lesson of each chapter has to do.
 */
export function pagesToTry(): string[] {
  const units = unitFiles(new URL('../../content/chapters/', import.meta.url));
  const inWhole = new Set(
    units
      .filter(({ kind, lesson }) => kind === 'review' || (kind === 'lesson' && lesson !== 1))
      .map(({ slug }) => `${slug}/`),
  );
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((path) => !inWhole.has(path))
    .sort();
}

/** Recipes are all of one kind: text, a program or two, terms. One in five stands for them. */
export function withFewRecipes(pages: readonly string[]): readonly string[] {
  return pages.filter((path, at) => !/^recipes\/./.test(path) || at % 5 === 0);
}
