/** The course as the site shows it: chapters of units, put together when the site is built. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pagePath } from '../../ui/page-path.ts';
import { courseOrder, type UnitKind } from './unit-files.ts';
import { minutesOf, unitContents } from './unit-minutes.ts';

export interface CourseUnit {
  /** The address, without slashes round it. */
  readonly slug: string;
  /** The same under the site's base path. */
  readonly href: string;
  readonly kind: UnitKind;
  readonly title: string;
  readonly description: string | undefined;
  /** What a first reading may skip. */
  readonly deeper: boolean;
  readonly minutes: number;
  readonly page: CollectionEntry<'docs'>;
}

export interface CourseChapter {
  readonly slug: string;
  readonly href: string;
  readonly number: number | null;
  readonly title: string;
  readonly description: string | undefined;
  /** The front page, the lessons, practice and review, in this order. */
  readonly units: readonly CourseUnit[];
  readonly lessons: readonly CourseUnit[];
}

let loaded: Promise<CourseChapter[]> | null = null;

/** The chapters of the course, in its order, with addresses that hold under any base path. */
export function courseChapters(): Promise<CourseChapter[]> {
  // While authors write, each page reads them anew.
  if (import.meta.env.DEV) return readChapters();
  loaded ??= readChapters();
  return loaded;
}

async function readChapters(): Promise<CourseChapter[]> {
  const [pages, quizzes, exercises] = await Promise.all([
    getCollection('docs', ({ data }) => import.meta.env.DEV || !data.draft),
    getCollection('quizzes'),
    getCollection('exercises'),
  ]);
  const sources = {
    program: (name: string) => readFileSync(resolve(`content/snippets/${name}.py`), 'utf8'),
    questions: (chapter: string) =>
      (quizzes.find(({ id }) => id === chapter)?.data.questions ?? []).filter(
        ({ closes }) => !closes,
      ).length,
    exercises: (chapter: string) =>
      exercises.filter(({ id }) => id.startsWith(`${chapter}/`)).length,
  };
  const byFile = new Map(pages.map((page) => [page.filePath ?? '', page]));
  const files = courseOrder([...byFile.keys()]);
  return files
    .filter(({ kind }) => kind === 'front')
    .map(({ chapter, chapterNumber }) => {
      const units = files
        .filter((file) => file.chapter === chapter)
        .map(({ file, slug, kind }): CourseUnit => {
          const page = byFile.get(file) as CollectionEntry<'docs'>;
          const { title, description, deeper } = page.data;
          const minutes = minutesOf(unitContents(page.body ?? '', sources));
          return {
            slug,
            href: pagePath(`${slug}/`),
            kind,
            title,
            description,
            deeper,
            minutes,
            page,
          };
        });
      const { slug, href, title, description } = units[0] as CourseUnit;
      const lessons = units.filter(({ kind }) => kind === 'lesson');
      return { slug, href, number: chapterNumber, title, description, units, lessons };
    });
}

/** A place in a chapter at which something is taught. */
export interface CoursePlace {
  /** Under the site's base path, with the heading's anchor where it is one. */
  readonly href: string;
  /** `Keep a reference`, of a lesson or of a heading in one. */
  readonly title: string;
  readonly unit: CourseUnit;
}

/**
 * The places of a chapter by their names: a lesson by its own (`keep-a-reference`), a heading by its
 * anchor.
 *
 * @throws Error where two are called alike.
 */
export async function placesIn({
  units,
}: CourseChapter): Promise<ReadonlyMap<string, CoursePlace>> {
  const places = new Map<string, CoursePlace>();
  const add = (name: string, place: CoursePlace) => {
    const other = places.get(name);
    if (other) {
      throw new Error(
        `${place.unit.page.filePath}: "${place.title}" has the name "${name}", which ` +
          `"${other.title}" in ${other.unit.page.filePath} has as well. Rename one of them.`,
      );
    }
    places.set(name, place);
  };
  for (const unit of units) {
    const { href, title } = unit;
    if (unit.kind !== 'front')
      add(unit.slug.slice(unit.slug.indexOf('/') + 1), { href, title, unit });
    for (const { slug, text } of (await render(unit.page)).headings) {
      add(slug, { href: `${href}#${slug}`, title: text, unit });
    }
  }
  return places;
}
