/**
 * The two colour themes of code, for the listings (Shiki, at build time) and for the editor
 * (Monaco, through `@shikijs/monaco`) alike.
 *
 * Muted on purpose: the only bright colours on a page are the timeline's. Colours have six digits
 * because Monaco reads no others. The backgrounds and inks are those of tokens.css; a test compares
 * them.
 */
import type { ThemeRegistration } from 'shiki';

/** A theme whose parts are all there: Shiki's own type leaves them optional. */
export interface CodeTheme extends ThemeRegistration {
  readonly name: string;
  readonly type: 'light' | 'dark';
  readonly colors: Record<string, string>;
  readonly settings: NonNullable<ThemeRegistration['settings']>;
}

/** What of a program has a colour of its own; the rest is ink. */
export const CODE_PARTS = [
  'comment',
  'keyword',
  'definition',
  'text',
  'number',
  'type',
  'punctuation',
  'error',
] as const;

export type CodePart = (typeof CODE_PARTS)[number];

interface CodePalette extends Readonly<Record<CodePart, string>> {
  readonly background: string;
  readonly ink: string;
  readonly line: string;
  readonly selection: string;
  readonly match: string;
  readonly rule: string;
  readonly ruleActive: string;
  readonly raised: string;
}

const lightPalette: CodePalette = {
  background: '#f5f3ee',
  ink: '#262d35',
  comment: '#606265',
  keyword: '#6d3157',
  definition: '#1f4a78',
  text: '#3d6440',
  number: '#7d5312',
  type: '#1d5c62',
  punctuation: '#4d5660',
  error: '#a81a10',
  line: '#e9e5db',
  selection: '#d5dee8',
  match: '#e3dcc4',
  rule: '#dfdbd1',
  ruleActive: '#8b8a85',
  raised: '#ffffff',
};

const darkPalette: CodePalette = {
  background: '#1a1f26',
  ink: '#d8d9d6',
  comment: '#8f969c',
  keyword: '#d9a5c4',
  definition: '#a5c4ea',
  text: '#a8c99c',
  number: '#dcbd8a',
  type: '#8fc7c6',
  punctuation: '#a9b1ba',
  error: '#ff7a55',
  line: '#272e37',
  selection: '#34455a',
  match: '#45412f',
  rule: '#2d343c',
  ruleActive: '#6d757e',
  raised: '#1b2027',
};

export const lightTheme: CodeTheme = themeOf('loopscope-light', 'light', lightPalette);
export const darkTheme: CodeTheme = themeOf('loopscope-dark', 'dark', darkPalette);

/** The part that has this colour in the light theme; null for ink. */
export function codePart(colour: string): CodePart | null {
  return CODE_PARTS.find((part) => lightPalette[part] === colour.toLowerCase()) ?? null;
}

/** Both colours of a part. */
export function codeColours(part: CodePart): { readonly light: string; readonly dark: string } {
  return { light: lightPalette[part], dark: darkPalette[part] };
}

function themeOf(name: string, type: 'light' | 'dark', p: CodePalette): CodeTheme {
  return {
    name,
    type,
    fg: p.ink,
    bg: p.background,
    colors: {
      'editor.background': p.background,
      'editor.foreground': p.ink,
      'editorLineNumber.foreground': p.comment,
      'editorLineNumber.activeForeground': p.ink,
      'editorCursor.foreground': p.ink,
      'editor.lineHighlightBackground': p.line,
      'editor.selectionBackground': p.selection,
      'editor.inactiveSelectionBackground': p.selection,
      'editor.findMatchBackground': p.match,
      'editor.findMatchHighlightBackground': p.match,
      'editor.wordHighlightBackground': p.line,
      'editorBracketMatch.background': p.match,
      'editorBracketMatch.border': p.ruleActive,
      'editorIndentGuide.background1': p.rule,
      'editorIndentGuide.activeBackground1': p.ruleActive,
      'editorWidget.background': p.raised,
      'editorWidget.border': p.rule,
      'editorHoverWidget.background': p.raised,
      'editorHoverWidget.border': p.rule,
      'editorError.foreground': p.error,
      'scrollbarSlider.background': p.rule,
      'scrollbarSlider.hoverBackground': p.ruleActive,
      'scrollbarSlider.activeBackground': p.ruleActive,
      focusBorder: p.definition,
    },
    settings: [
      { settings: { foreground: p.ink, background: p.background } },
      rule(['comment', 'punctuation.definition.comment'], p.comment),
      rule(['string', 'string.quoted.docstring', 'punctuation.definition.string'], p.text),
      rule(['constant.character.escape', 'constant.character.format'], p.number),
      rule(['storage.type.format', 'storage.type.string'], p.text),
      rule(['meta.fstring constant.character.format.placeholder'], p.punctuation),
      rule(['constant.numeric', 'constant.language'], p.number),
      rule(['keyword', 'storage'], p.keyword),
      rule(['keyword.operator', 'punctuation'], p.punctuation),
      rule(['keyword.operator.logical'], p.keyword),
      rule(
        ['entity.name.function', 'entity.name.function.decorator', 'support.function.magic'],
        p.definition,
      ),
      rule(['meta.function-call.generic', 'support.function.builtin'], p.definition),
      rule(['entity.name.type', 'entity.other.inherited-class'], p.type),
      rule(['support.type', 'support.class', 'support.type.exception'], p.type),
      rule(['variable.language', 'variable.parameter.function.language.special'], p.type),
      rule(['markup.heading', 'entity.name.tag'], p.definition),
      rule(['entity.other.attribute-name', 'support.type.property-name'], p.type),
      rule(['invalid'], p.error),
    ],
  };
}

function rule(scope: string[], foreground: string) {
  return { scope, settings: { foreground } };
}
