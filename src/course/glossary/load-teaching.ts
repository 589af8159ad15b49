import { render } from 'astro:content';
import { type CourseUnit, courseChapters } from '../units/course-chapters.ts';
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
  const chapters = await Promise.all(
    (await courseChapters()).map(async ({ slug, title, units }): Promise<TeachingChapter> => {
      // A front page says what is to come; it teaches where nothing else does.
      const [front, ...rest] = await Promise.all(units.map((unit) => teachingsOf(unit, title)));
      const teachings = new Map<string, Teaching>();
      for (const [id, teaching] of [...rest, front ?? []].flat()) {
        if (!teachings.has(id)) teachings.set(id, teaching);
      }
      return { slug, teachings };
    }),
  );
  return ({ id, chapter }) => {
    const teaching = chapters.filter(({ teachings }) => teachings.has(id));
    const own = teaching.find(({ slug }) => slug === chapter);
    return (own ?? teaching[0])?.teachings.get(id) ?? null;
  };
}

async function teachingsOf(unit: CourseUnit, chapter: string): Promise<[string, Teaching][]> {
  const { headings } = await render(unit.page);
  return [...firstUses(unit.page.body ?? '')].map(([id, before]) => {
    const heading = headings[before - 1];
    const place = heading ? `#${heading.slug}` : '';
    const title = `${chapter}: ${heading?.text ?? unit.title}`;
    return [id, { href: unit.href + place, title }];
  });
}
