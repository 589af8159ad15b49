import { getCollection } from 'astro:content';
import { pagePath } from '../../ui/page-path.ts';
import { chapterFile } from './chapter-files.ts';

export interface CourseChapter {
  /** The address, without slashes round it. */
  readonly slug: string;
  /** The same under the site's base path. */
  readonly href: string;
  readonly number: number | null;
  readonly title: string;
  readonly description: string | undefined;
}

/** The chapters of the course, in its order, with addresses that hold under any base path. */
export async function courseChapters(): Promise<CourseChapter[]> {
  const pages = await getCollection('docs', ({ data }) => import.meta.env.DEV || !data.draft);
  return pages
    .map((page) => ({ page, ...chapterFile(page.filePath ?? '') }))
    .filter(({ order }) => order !== null)
    .sort((a, b) => Number(a.order) - Number(b.order))
    .map(({ page, slug, number }) => ({
      slug,
      href: pagePath(`${slug}/`),
      number,
      title: page.data.title,
      description: page.data.description,
    }));
}
