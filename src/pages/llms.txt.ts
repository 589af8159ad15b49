/** What the site is and where its plain text is, for programs that read: https://llmstxt.org. */
import type { APIRoute } from 'astro';
import { loadRecipes } from '../course/recipes/load-recipes.ts';
import { courseChapters } from '../course/units/course-chapters.ts';
import { pagePath } from '../ui/page-path.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const home = new URL(pagePath(''), site ?? url);
  const line = (address: string, title: string, description = '') =>
    `- [${title}](${hrefOf(home, `text/${address}.md`, site)}): ${description}`;
  const chapters = (await courseChapters()).map(({ slug, title, description }) =>
    line(slug, title, description),
  );
  const recipes = (await loadRecipes()).map(({ id, data }) =>
    line(`recipes/${id}`, data.title, data.description),
  );
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
function hrefOf(home: URL, path: string, site: URL | undefined): string {
  const { href, pathname } = new URL(path, home);
  return site ? href : pathname;
}
