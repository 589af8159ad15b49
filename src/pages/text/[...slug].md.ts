/** A chapter or a recipe as plain Markdown, with its programs and their output. */
import { getCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadGlossary } from '../../course/glossary/load-glossary.ts';
import { plainEdition } from '../../publishing/plain-edition.ts';

export const getStaticPaths = (async () => {
  const chapters = await getCollection('docs');
  const recipes = await getCollection('recipes');
  return [
    ...chapters.map((page) => ({ params: { slug: page.id }, props: { page } })),
    ...recipes.map((page) => ({ params: { slug: `recipes/${page.id}` }, props: { page } })),
  ];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { page } }) => {
  const glossary = await loadGlossary();
  const { title, description } = page.data;
  const text = plainEdition(page.body ?? '', {
    program: (name) => readFileSync(`content/snippets/${name}.py`, 'utf8'),
    transcript: (name) => readFileSync(`content/snippets/${name}.out`, 'utf8'),
    term: (id) => glossary.term(id, `${page.filePath}, <Term id="${id}">`).term,
  });
  return new Response(`# ${title}\n\n${description}\n\n${text}`, {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
