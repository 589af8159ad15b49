/** A chapter as plain Markdown, with its programs and their output. */
import { getCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadGlossary } from '../../components/glossary/load-glossary.ts';
import { plainEdition } from '../../publishing/plain-edition.ts';

export const getStaticPaths = (async () =>
  (await getCollection('docs')).map((chapter) => ({
    params: { slug: chapter.id },
    props: { chapter },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { chapter } }) => {
  const glossary = await loadGlossary();
  const { title, description } = chapter.data;
  const text = plainEdition(chapter.body ?? '', {
    program: (name) => readFileSync(`content/snippets/${name}.py`, 'utf8'),
    transcript: (name) => readFileSync(`content/snippets/${name}.out`, 'utf8'),
    term: (id) => glossary.term(id, `${chapter.filePath}, <Term id="${id}">`).term,
  });
  return new Response(`# ${title}\n\n${description}\n\n${text}`, {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
