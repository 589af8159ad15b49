import { readFileSync } from 'node:fs';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { type UnitFile, unitFiles } from './unit-files.ts';

const LABELS = { front: 'Overview', practice: 'Practice', review: 'Review' } as const;

/** The course in the sidebar: a group for each chapter, closed but for the reader's own. */
export function courseSidebar(folder: URL) {
  const units = unitFiles(folder);
  const fieldsOf = ({ file }: UnitFile) =>
    parseFrontmatter(readFileSync(new URL(file, folder), 'utf8')).frontmatter;
  return units
    .filter(({ kind }) => kind === 'front')
    .map((front) => ({
      label: [front.chapterNumber, fieldsOf(front)['title']].filter(Boolean).join(' · '),
      collapsed: true,
      items: units.filter(({ chapter }) => chapter === front.chapter).map(linkTo),
    }));

  function linkTo(unit: UnitFile) {
    const { slug, kind, lesson } = unit;
    return {
      slug,
      attrs: { 'data-unit': slug, ...(lesson === null ? {} : { 'data-lesson': String(lesson) }) },
      ...(kind === 'lesson' ? {} : { label: LABELS[kind] }),
      ...(fieldsOf(unit)['deeper'] ? { badge: { text: 'deeper', class: 'deeper' } } : {}),
    };
  }
}
