import { type CodePart, codePart } from '../styles/code-themes.ts';
import { pythonHighlighter, TOKENIZE_TIME_LIMIT_MS } from './python-highlighter.ts';

/**
 * Python as HTML, a line of it for each line of the code: every part of it that has a colour of its
 * own is a span of class `code-keyword`, `code-text` and so on, which code.css colours.
 */
export async function highlightPython(code: string): Promise<string> {
  const highlighter = await pythonHighlighter();
  const { tokens } = highlighter.codeToTokens(code, {
    lang: 'python',
    theme: 'loopscope-light',
    tokenizeTimeLimit: TOKENIZE_TIME_LIMIT_MS,
  });
  return tokens.map((line) => runsOf(line).map(runHtml).join('')).join('\n');
}

interface Token {
  readonly content: string;
  readonly color?: string;
}

/** Neighbours of one colour. */
interface Run {
  readonly part: CodePart | null;
  text: string;
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (const { content, color } of tokens) {
    const last = runs.at(-1);
    const part = color ? codePart(color) : null;
    if (last && (last.part === part || content.trim() === '')) last.text += content;
    else runs.push({ part, text: content });
  }
  return runs;
}

function runHtml({ part, text }: Run): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return part ? `<span class="code-${part}">${escaped}</span>` : escaped;
}
