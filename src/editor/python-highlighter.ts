/**
 * Shiki for Python alone, for the editor and for listings that the reader has edited. It runs on
 * the browser's own regular expressions, which spares the reader half a megabyte of WebAssembly.
 */
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import { darkTheme, lightTheme } from '../styles/code-themes.ts';

let highlighter: Promise<HighlighterCore> | null = null;

export function pythonHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [lightTheme, darkTheme],
    langs: [python],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}
