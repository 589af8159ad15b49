/** What the site is and where its plain text is, for programs that read: https://llmstxt.org. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';

export const GET: APIRoute = async ({ site, url }) => {
  const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), site ?? url);
  const chapters = await chaptersInOrder();
  const lines = chapters.map(
    ({ id, data }) => `- [${data.title}](${new URL(`text/${id}.md`, base)}): ${data.description}`,
  );
  return new Response(
    `# Loopscope

> A course on Python's asyncio in which every snippet runs, by real CPython under a simulated clock, and its event loop can be watched.

Each chapter as Markdown, with every program and its recorded output. A line of output begins with the virtual time in seconds; \`!\` after it means standard error, \`=\` the end of the run.

## Chapters

${lines.join('\n')}
`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
};

async function chaptersInOrder() {
  const order = (chapter: { data: { sidebar: { order?: number | undefined } } }) =>
    chapter.data.sidebar.order ?? 0;
  return (await getCollection('docs')).sort((a, b) => order(a) - order(b));
}
