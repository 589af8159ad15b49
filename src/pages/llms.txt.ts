/** What the site is and where its plain text is, for programs that read: https://llmstxt.org. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { loadRecipes } from '../components/recipes/load-recipes.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), site ?? url);
  const line = (
    address: string,
    { data }: { data: { title: string; description?: string | undefined } },
  ) => `- [${data.title}](${hrefOf(base, `text/${address}.md`, site)}): ${data.description}`;
  const chapters = (await chaptersInOrder()).map((chapter) => line(chapter.id, chapter));
  const recipes = (await loadRecipes()).map((recipe) => line(`recipes/${recipe.id}`, recipe));
  return new Response(
    `# Loopscope

> A course on Python's asyncio in which every snippet runs, by real CPython under a simulated clock, and its event loop can be watched.

Chapters and recipes as Markdown, with every program and its recorded output. A line of output begins with the virtual time in seconds; \`!\` after it means standard error, \`=\` the end of the run.

## Chapters

${chapters.join('\n')}

## Recipes

${recipes.join('\n')}
`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
};

/** Whole where the site knows its own address, and otherwise from its root. */
function hrefOf(base: URL, path: string, site: URL | undefined): string {
  const { href, pathname } = new URL(path, base);
  return site ? href : pathname;
}

async function chaptersInOrder() {
  const order = (chapter: { data: { sidebar: { order?: number | undefined } } }) =>
    chapter.data.sidebar.order ?? 0;
  return (await getCollection('docs')).sort((a, b) => order(a) - order(b));
}
