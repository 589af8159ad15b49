/**
 * A chapter's file name says its place in the course and its address: `01-coroutines.mdx` is
 * chapter 1, at `/coroutines/`. `00-…` comes first and has no number of its own; a file without a
 * number, such as `404.mdx`, is a page outside the course.
 */
import { readdirSync } from 'node:fs';

export interface ChapterFile {
  /** As given, relative to the folder of chapters. */
  readonly file: string;
  /** The address, without slashes round it. */
  readonly slug: string;
  /** The place in the course; null for a page outside it. */
  readonly order: number | null;
  /** What readers call the chapter by: `order`, but null where that is 0. */
  readonly number: number | null;
}

/** `"01-coroutines.mdx"` gives `{ slug: "coroutines", order: 1, number: 1 }`. */
export function chapterFile(file: string): ChapterFile {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.mdx?$/, '');
  const [, digits, slug] = /^(\d+)-(.+)$/.exec(name) ?? [];
  const order = digits === undefined ? null : Number(digits);
  return { file, slug: slug ?? name, order, number: order === 0 ? null : order };
}

/**
 * The chapters of a folder in the order of the course.
 *
 * @throws Error when two files have the same address or the same number.
 */
export function chapterFiles(folder: URL): ChapterFile[] {
  return courseOrder(readdirSync(folder));
}

/** Picks the chapters from a folder's file names and puts them in order. */
export function courseOrder(names: readonly string[]): ChapterFile[] {
  const chapters = names
    .filter((name) => /^[^_].*\.mdx?$/.test(name))
    .map(chapterFile)
    .filter(({ order }) => order !== null)
    .sort((a, b) => Number(a.order) - Number(b.order));
  refuseTwins(chapters, ({ slug }) => `the address "/${slug}/"`);
  refuseTwins(chapters, ({ order }) => `the number ${order}`);
  return chapters;
}

function refuseTwins(chapters: readonly ChapterFile[], keyOf: (chapter: ChapterFile) => string) {
  const seen = new Map<string, string>();
  for (const chapter of chapters) {
    const key = keyOf(chapter);
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new Error(
        `content/chapters: "${twin}" and "${chapter.file}" both claim ${key}. Rename one of them.`,
      );
    }
    seen.set(key, chapter.file);
  }
}
