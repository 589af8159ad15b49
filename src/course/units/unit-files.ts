/**
 * A unit is one page of the course, and the name of its file says its place and its address. Of the
 * chapter in the folder `02-tasks`, `index.mdx` is the front page, at `/tasks/`;
 * `03-keep-a-reference.mdx` the third lesson, at `/tasks/keep-a-reference/`; `practice.mdx` and
 * `review.mdx` come last. `00-…` is the first chapter and has no number of its own.
 */
import { readdirSync } from 'node:fs';

export type UnitKind = 'front' | 'lesson' | 'practice' | 'review';

export interface UnitFile {
  /** As given. */
  readonly file: string;
  /** The address, without slashes round it: `tasks`, `tasks/keep-a-reference`. */
  readonly slug: string;
  readonly kind: UnitKind;
  /** The chapter's address. */
  readonly chapter: string;
  /** The chapter's place in the course. */
  readonly chapterOrder: number;
  /** What readers call the chapter by: `chapterOrder`, but null where that is 0. */
  readonly chapterNumber: number | null;
  /** Which lesson of its chapter it is, from 1; null for what is none. */
  readonly lesson: number | null;
}

const PATH = /(?:^|\/)(\d+)-([^/]+)\/(?:(\d+)-)?([^/]+?)\.mdx?$/;
const OTHERS = { index: 'front', practice: 'practice', review: 'review' } as const;
const KINDS: readonly UnitKind[] = ['front', 'lesson', 'practice', 'review'];

/**
 * Reads a path: `"02-tasks/03-keep-a-reference.mdx"`, with any folders before it.
 *
 * @throws Error when it is no name of a unit.
 */
export function unitFile(file: string): UnitFile {
  const [, digits, chapter = '', lesson, name = ''] = PATH.exec(file.replaceAll('\\', '/')) ?? [];
  const kind = lesson === undefined ? OTHERS[name as keyof typeof OTHERS] : 'lesson';
  if (digits === undefined || kind === undefined) {
    throw new Error(
      `content/chapters/${file}: expected 02-tasks/ and then index.mdx, practice.mdx, review.mdx ` +
        'or a lesson such as 03-keep-a-reference.mdx.',
    );
  }
  return {
    file,
    slug: kind === 'front' ? chapter : `${chapter}/${name}`,
    kind,
    chapter,
    chapterOrder: Number(digits),
    chapterNumber: Number(digits) || null,
    lesson: lesson === undefined ? null : Number(lesson),
  };
}

/**
 * The units of a folder of chapters, in the order of the course.
 *
 * @throws Error when two files have the same address or the same place.
 */
export function unitFiles(folder: URL): UnitFile[] {
  return courseOrder(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
}

/** Picks the units from the paths in a folder and puts them in order. */
export function courseOrder(paths: readonly string[]): UnitFile[] {
  const units = paths
    .filter((path) => /(^|[/\\])[^_/\\][^/\\]*\.mdx?$/.test(path))
    .map(unitFile)
    .sort(
      (a, b) =>
        a.chapterOrder - b.chapterOrder ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        Number(a.lesson) - Number(b.lesson),
    );
  refuseTwins(units, ({ slug }) => `the address "/${slug}/"`);
  refuseTwins(units, ({ chapterOrder, kind, lesson }) =>
    kind === 'front' ? `the number ${chapterOrder}` : `${kind} ${lesson ?? ''} of ${chapterOrder}`,
  );
  return units;
}

function refuseTwins(units: readonly UnitFile[], keyOf: (unit: UnitFile) => string) {
  const seen = new Map<string, string>();
  for (const unit of units) {
    const key = keyOf(unit);
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new Error(
        `content/chapters: "${twin}" and "${unit.file}" both claim ${key.trim()}. Rename one of them.`,
      );
    }
    seen.set(key, unit.file);
  }
}
