/**
 * Monaco's style sheets, as text in the same chunk as Monaco. Its modules import them, but Astro
 * drops from a build every style sheet that only a dynamic import leads to
 * (https://github.com/withastro/astro/issues/9495). The icon font is left out: we show none of it.
 */
const sheets = import.meta.glob<string>(
  [
    '/node_modules/monaco-editor/esm/vs/{base,editor}/**/*.css',
    '!**/codicon/**',
    '!**/{diffEditor,multiDiffEditor,inlineCompletions,peekView,suggest,quickAccess}/**',
  ],
  { query: '?inline', import: 'default', eager: true },
);

export function addMonacoStyles(): void {
  const style = document.createElement('style');
  style.textContent = Object.values(sheets).join('\n');
  // Before the site's own, which have the last word.
  document.head.prepend(style);
}
