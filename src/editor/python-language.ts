import type * as monaco from 'monaco-editor/editor/editor.api.js';

/** How the editor helps with Python while it is typed: comments, brackets, indentation. */
export function pythonLanguage(
  IndentAction: typeof monaco.languages.IndentAction,
): monaco.languages.LanguageConfiguration {
  const pairs = [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
  ];
  return {
    comments: { lineComment: '#' },
    brackets: pairs.map(({ open, close }) => [open, close]),
    // Brackets have the colour that the listing gives them.
    colorizedBracketPairs: [],
    autoClosingPairs: [
      ...pairs,
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [...pairs, { open: '"', close: '"' }, { open: "'", close: "'" }],
    onEnterRules: [
      { beforeText: /:\s*(#.*)?$/, action: { indentAction: IndentAction.Indent } },
      {
        beforeText: /^\s*(return|raise|pass|break|continue)\b[^([{]*$/,
        action: { indentAction: IndentAction.Outdent },
      },
    ],
  };
}
