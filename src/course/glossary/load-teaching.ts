import { getCollection, render } from 'astro:content';
import { courseChapters } from '../chapter/course-chapters.ts';
import { firstUses } from './first-uses.ts';
import type { Term } from './glossary.ts';

/** Where a term is taught: the section in which it is first linked. */
export interface Teaching {
  readonly href: string;
  /** "Tasks: When a task starts" */
  readonly title: string;
}

interface TeachingChapter {
  readonly slug: string;
  readonly teachings: ReadonlyMap<string, Teaching>;
}

/**
 * Finds where each term is taught: in its own chapter if that links it, else in the first chapter
 * that does; null where none does.
 */
export async function loadTeaching(): Promise<(term: Term) => Teaching | null> {
  const pages = await getCollection('docs');
  const chapters = await Promise.all(
    (await courseChapters()).map(async ({ slug, href, title }): Promise<TeachingChapter> => {
      const page = pages.find(({ id }) => id === slug);
      if (!page) throw new Error(`expected a page for the chapter at ${href}, found none`);
      const { headings } = await render(page);
      const teachings = [...firstUses(page.body ?? '')].map(([id, before]): [string, Teaching] => {
        const heading = headings[before - 1];
        return [
          id,
          heading
            ? { href: `${href}#${heading.slug}`, title: `${title}: ${heading.text}` }
            : { href, title },
        ];
      });
      return { slug, teachings: new Map(teachings) };
    }),
  );
  return ({ id, chapter }) => {
    const teaching = chapters.filter(({ teachings }) => teachings.has(id));
    const own = teaching.find(({ slug }) => slug === chapter);
    return (own ?? teaching[0])?.teachings.get(id) ?? null;
  };
}
