import { pythonHighlighter } from './python-highlighter.ts';

/**
 * Python as HTML, coloured for both themes: each token is a span whose style holds `--light` and
 * `--dark`, for the page's CSS to choose from.
 */
export async function highlightPython(code: string): Promise<string> {
  const highlighter = await pythonHighlighter();
  const { tokens } = highlighter.codeToTokens(code, {
    lang: 'python',
    themes: { light: 'loopscope-light', dark: 'loopscope-dark' },
    defaultColor: false,
    cssVariablePrefix: '--',
  });
  return tokens.map((line) => line.map(tokenHtml).join('')).join('\n');
}

interface Token {
  readonly content: string;
  readonly htmlStyle?: string | Record<string, string>;
}

function tokenHtml({ content, htmlStyle }: Token): string {
  const style = Object.entries(typeof htmlStyle === 'object' ? htmlStyle : {})
    .map(([property, value]) => `${property}:${value}`)
    .join(';');
  const text = escapeHtml(content);
  return style === '' ? text : `<span style="${style}">${text}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
