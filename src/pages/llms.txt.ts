/** What the site is and where its plain text is, for programs that read: https://llmstxt.org. */
import type { APIRoute } from 'astro';
import { courseChapters } from '../components/chapter/course-chapters.ts';
import { pagePath } from '../components/site/page-path.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const home = new URL(pagePath(''), site ?? url);
  const lines = (await courseChapters()).map(
    ({ slug, title, description }) =>
      `- [${title}](${new URL(`text/${slug}.md`, home)}): ${description}`,
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
