import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { courseSidebar } from './src/course/units/course-sidebar.ts';
import { publish } from './src/publishing/publish.ts';
import { engineKey } from './src/simulator/build/engine-folder.ts';

/**
 * Where the site will live, for a host that serves it from a folder:
 * `SITE_URL=https://example.org BASE_PATH=/loopscope npm run build`.
 */
const { SITE_URL, BASE_PATH, EDIT_URL } = process.env;

const base = BASE_PATH || '/';

const CHAPTERS = './content/chapters/';
const RECIPES = './content/recipes/';

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base,
  markdown: { syntaxHighlight: false },
  vite: {
    define: {
      // Named after what is in it: a browser keeps it for good.
      'import.meta.env.ENGINE_URL': JSON.stringify(
        `${base.replace(/\/$/, '')}/engine/${engineKey()}/`,
      ),
    },
  },
  integrations: [
    starlight({
      title: 'Loopscope',
      description:
        'A course on Python’s asyncio in which every snippet runs, and you can watch the event loop run it.',
      locales: { root: { label: 'English', lang: 'en-GB' } },
      disable404Route: true,
      routeMiddleware: './src/site/route-data.ts',
      favicon: '/favicon.svg',
      sidebar: [
        ...courseSidebar(new URL(CHAPTERS, import.meta.url)),
        {
          label: 'To look things up',
          items: [
            { label: 'Recipes', link: '/recipes/' },
            { label: 'Glossary', link: '/glossary/' },
          ],
        },
        {
          label: 'Study',
          items: [
            { label: 'Flashcards', link: '/flashcards/' },
            { label: 'Progress', link: '/progress/' },
          ],
        },
      ],
      markdown: { processedDirs: [CHAPTERS, RECIPES] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      ...(EDIT_URL ? { editLink: { baseUrl: EDIT_URL } } : {}),
      customCss: [
        './src/styles/fonts.css',
        './src/styles/tokens.css',
        './src/styles/base.css',
        './src/styles/code.css',
        './src/styles/starlight.css',
        './src/styles/prose.css',
        './src/styles/timeline.css',
        './src/styles/print.css',
      ],
      components: {
        EditLink: './src/site/EditLink.astro',
        Head: './src/site/Head.astro',
        PageSidebar: './src/site/PageSidebar.astro',
        PageTitle: './src/site/PageTitle.astro',
        Search: './src/site/Search.astro',
        SiteTitle: './src/site/SiteTitle.astro',
        ThemeProvider: './src/site/ThemeProvider.astro',
      },
      // Programs are highlighted by highlight-python.ts; a fence holds a drawing or a shell's text.
      expressiveCode: false,
    }),
    preact(),
    {
      name: 'touched-directive',
      hooks: {
        'astro:config:setup': ({ addClientDirective }) =>
          addClientDirective({
            name: 'touched',
            entrypoint: './src/course/snippet/touched-directive.ts',
          }),
      },
    },
    publish(),
  ],
});
