/** A chapter or a recipe as plain Markdown, with its programs and their output. */
import { getCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadGlossary } from '../../course/glossary/load-glossary.ts';
import { courseChapters } from '../../course/units/course-chapters.ts';
import { plainEdition } from '../../publishing/plain-edition.ts';

export const getStaticPaths = (async () => {
  const chapters = await courseChapters();
  const recipes = await getCollection('recipes');
  return [
    ...chapters.map(({ slug, units }) => ({
      params: { slug },
      props: { pages: units.map(({ page }) => page) },
    })),
    ...recipes.map((page) => ({
      params: { slug: `recipes/${page.id}` },
      props: { pages: [page] },
    })),
  ];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { pages } }) => {
  const glossary = await loadGlossary();
  const text = pages.map(({ data, body, filePath }, at) => {
    const plain = plainEdition(body ?? '', {
      // Of a chapter, the first is the front page, and the others stand below it.
      headings: at === 0 ? 'as written' : 'one deeper',
      program: (name) => readFileSync(`content/snippets/${name}.py`, 'utf8'),
      transcript: (name) => readFileSync(`content/snippets/${name}.out`, 'utf8'),
      term: (id) => glossary.term(id, `${filePath}, <Term id="${id}">`).term,
    });
    const lead = data.description ? `${data.description}\n\n` : '';
    return `${at === 0 ? '#' : '##'} ${data.title}\n\n${lead}${plain}`;
  });
  return new Response(text.join('\n'), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
