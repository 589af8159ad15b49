/** What an insight links to is there. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { unitFiles } from '../../src/course/units/unit-files.ts';
import { BY_IMPORTANCE } from '../../src/insights/insight.ts';
import { taughtAt } from '../../src/insights/teaches.ts';

const units = unitFiles(new URL('../../content/chapters/', import.meta.url));

it.each(BY_IMPORTANCE)('the course teaches what %s is about', async (kind) => {
  const [, page = '', anchor = ''] = /^(.*)\/#?(.*)$/.exec(taughtAt({ kind })) ?? [];
  const [folder, recipe] = page.split('/');
  if (folder === 'recipes') {
    expect(await readdir('content/recipes')).toContain(`${recipe}.mdx`);
  } else if (folder === 'glossary') {
    expect(await readdir('content/glossary')).toContain(`${anchor}.md`);
  } else {
    const unit = units.find(({ slug }) => slug === page);
    expect(unit).toBeDefined();
    if (anchor === '') return;
    expect(headings(await readFile(`content/chapters/${unit?.file}`, 'utf8'))).toContain(anchor);
  }
});

it('answers each of the two messages about a loop', async () => {
  const recipes = await readdir('content/recipes');
  for (const how of ['nested', 'none']) {
    const [, recipe] = taughtAt({ kind: 'loop-misuse', how }).split('/');
    const text = recipes.includes(`${recipe}.mdx`)
      ? await readFile(`content/recipes/${recipe}.mdx`, 'utf8')
      : '';
    expect(text).toContain(how === 'none' ? 'no running event loop' : 'from a running event loop');
  }
});

/** The anchors of a chapter's headings, as the site makes them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
