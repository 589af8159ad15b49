import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { chapterFiles } from './src/components/chapter/chapter-files.ts';
import { publish } from './src/publishing/publish.ts';
import { engineKey } from './src/simulator/build/engine-folder.ts';
import { darkTheme, lightTheme } from './src/styles/code-themes.ts';

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
      favicon: '/favicon.svg',
      sidebar: [
        {
          label: 'The course',
          items: chapterFiles(new URL(CHAPTERS, import.meta.url)).map(({ slug, number }) => ({
            slug,
            attrs: number ? { 'data-chapter': String(number) } : {},
          })),
        },
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
        './src/styles/starlight.css',
        './src/styles/prose.css',
        './src/styles/timeline.css',
        './src/styles/print.css',
      ],
      components: {
        EditLink: './src/components/site/EditLink.astro',
        Head: './src/components/site/Head.astro',
        PageTitle: './src/components/site/PageTitle.astro',
        Search: './src/components/site/Search.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
        ThemeProvider: './src/components/site/ThemeProvider.astro',
      },
      expressiveCode: {
        themes: [darkTheme, lightTheme],
        // Every colour of both themes is held to AA by a test; left alone, they agree with Monaco's.
        minSyntaxHighlightingColorContrast: 0,
        styleOverrides: {
          borderColor: 'var(--ls-line)',
          borderRadius: 'var(--ls-radius)',
          codeBackground: 'var(--ls-code-bg)',
          codeForeground: 'var(--ls-code-ink)',
          codeFontFamily: 'var(--ls-font-mono)',
          codeFontSize: 'var(--ls-size-code)',
          codeLineHeight: 'var(--ls-leading-code)',
          uiFontFamily: 'var(--ls-font-prose)',
          focusBorder: 'var(--ls-focus)',
          frames: {
            editorBackground: 'var(--ls-code-bg)',
            editorTabBarBackground: 'var(--ls-paper-sunk)',
            editorTabBarBorderBottomColor: 'var(--ls-line)',
            editorActiveTabBackground: 'var(--ls-code-bg)',
            editorActiveTabForeground: 'var(--ls-ink-soft)',
            editorActiveTabIndicatorTopColor: 'transparent',
            editorActiveTabIndicatorBottomColor: 'transparent',
            terminalBackground: 'var(--ls-code-bg)',
            terminalTitlebarBackground: 'var(--ls-paper-sunk)',
            terminalTitlebarBorderBottomColor: 'var(--ls-line)',
            terminalTitlebarForeground: 'var(--ls-ink-soft)',
            terminalTitlebarDotsForeground: 'var(--ls-line-strong)',
            frameBoxShadowCssValue: 'none',
            inlineButtonForeground: 'var(--ls-ink)',
            tooltipSuccessBackground: 'var(--ls-accent)',
            tooltipSuccessForeground: 'var(--ls-on-accent)',
          },
          textMarkers: {
            markBackground: 'var(--ls-code-line)',
            markBorderColor: 'var(--ls-accent)',
          },
        },
      },
    }),
    preact(),
    publish(),
  ],
});
