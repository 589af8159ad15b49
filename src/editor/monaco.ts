/**
 * Monaco with what a snippet needs and no more: the bare editor, a few of its features, one
 * language, our themes. Everything here is loaded when the reader first edits.
 */
import { shikiToMonaco } from '@shikijs/monaco';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/features/bracketMatching/register.js';
import 'monaco-editor/features/caretOperations/register.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/comment/register.js';
import 'monaco-editor/features/cursorUndo/register.js';
import 'monaco-editor/features/indentation/register.js';
import 'monaco-editor/features/linesOperations/register.js';
import 'monaco-editor/features/multicursor/register.js';
import 'monaco-editor/features/smartSelect/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import { breathe } from './breathe.ts';
import { addMonacoStyles } from './monaco-styles.ts';
import { pythonHighlighter, TOKENIZE_TIME_LIMIT_MS } from './python-highlighter.ts';
import { pythonLanguage } from './python-language.ts';
import { siteTheme, watchSiteTheme } from './site-theme.ts';

export type Monaco = typeof monaco;

let ready: Promise<Monaco> | null = null;

/** Monaco, set up once for the page: its themes and languages are the page's own, not an editor's. */
export function loadMonaco(): Promise<Monaco> {
  ready ??= setUp();
  return ready;
}

async function setUp(): Promise<Monaco> {
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  addMonacoStyles();
  monaco.languages.register({ id: 'python' });
  monaco.languages.setLanguageConfiguration(
    'python',
    pythonLanguage(monaco.languages.IndentAction),
  );
  const highlighter = await pythonHighlighter();
  await breathe();
  shikiToMonaco(highlighter, monaco, { tokenizeTimeLimit: TOKENIZE_TIME_LIMIT_MS });
  const applyTheme = () => monaco.editor.setTheme(`loopscope-${siteTheme()}`);
  applyTheme();
  watchSiteTheme(applyTheme);
  return monaco;
}
