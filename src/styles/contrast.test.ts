/** The palette's promises: readable in both themes, and one source for code's colours. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_PARTS, type CodeTheme, codeColours, darkTheme, lightTheme } from './code-themes.ts';

const TEXT = 4.5;
const GRAPHICS = 3;
const STATES = ['running', 'waiting', 'ready', 'blocked', 'finished'];
const PAPERS = ['--ls-paper', '--ls-paper-raised', '--ls-paper-sunk', '--ls-code-bg'];

const code = readFileSync(new URL('./code.css', import.meta.url), 'utf8');
const tokens = lightDarkTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

test.each(['light', 'dark'] as const)('text is readable on every paper (%s)', (mode) => {
  const inks = ['--ls-ink', '--ls-ink-soft', '--ls-ink-faint', '--ls-accent', '--ls-code-faint'];
  const stateInks = STATES.map((state) => `--ls-state-${state}-ink`);
  expect(tooFaint([...inks, ...stateInks], PAPERS, TEXT, mode)).toEqual([]);
  expect(tooFaint(['--ls-on-accent'], ['--ls-accent', '--ls-accent-strong'], TEXT, mode)).toEqual(
    [],
  );
  expect(tooFaint(['--ls-accent-strong', '--ls-ink'], ['--ls-accent-soft'], TEXT, mode)).toEqual(
    [],
  );
});

test.each(['light', 'dark'] as const)('the states can be seen on every paper (%s)', (mode) => {
  const strokes = STATES.map((state) => `--ls-state-${state}`);
  expect(tooFaint([...strokes, '--ls-focus', '--ls-line-strong'], PAPERS, GRAPHICS, mode)).toEqual(
    [],
  );
});

test.each(['light', 'dark'] as const)('a state stands out from its own tint (%s)', (mode) => {
  for (const state of STATES) {
    const tint = `--ls-state-${state}-soft`;
    expect(tooFaint([`--ls-state-${state}`], [tint], GRAPHICS, mode)).toEqual([]);
    expect(tooFaint(['--ls-ink', `--ls-state-${state}-ink`], [tint], TEXT, mode)).toEqual([]);
  }
});

test.each([lightTheme, darkTheme])('every colour of code is readable: $name', (theme) => {
  const ground = theme.colors['editor.background'] ?? '';
  const line = theme.colors['editor.lineHighlightBackground'] ?? '';
  const inks = theme.settings.map(({ settings }) => settings.foreground ?? '');
  expect(inks.filter((ink) => contrast(ink, ground) < TEXT)).toEqual([]);
  expect(inks.filter((ink) => contrast(ink, line) < TEXT)).toEqual([]);
});

test.each([lightTheme, darkTheme])('Monaco can read every colour: $name', (theme) => {
  const all = [
    ...Object.values(theme.colors),
    ...theme.settings.map(({ settings }) => settings.foreground),
  ];
  expect(all.filter((colour) => !/^#[0-9a-f]{6}$/.test(colour ?? ''))).toEqual([]);
});

test.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('the page and the code agree on their common colours (%s)', (mode, theme) => {
  expect(sharedColours(theme)).toEqual({
    '--ls-code-bg': tokens.get('--ls-code-bg')?.[mode],
    '--ls-code-ink': tokens.get('--ls-code-ink')?.[mode],
    '--ls-code-faint': tokens.get('--ls-code-faint')?.[mode],
    '--ls-code-line': tokens.get('--ls-code-line')?.[mode],
    '--ls-code-selection': tokens.get('--ls-code-selection')?.[mode],
  });
});

test.each(CODE_PARTS)('a listing colours what the editor colours: %s', (part) => {
  expect(tokens.get(`--ls-code-${part}`)).toEqual(codeColours(part));
  expect(code).toContain(`.code-${part} {\n  color: var(--ls-code-${part});\n}`);
});

function sharedColours({ colors }: CodeTheme) {
  return {
    '--ls-code-bg': colors['editor.background'],
    '--ls-code-ink': colors['editor.foreground'],
    '--ls-code-faint': colors['editorLineNumber.foreground'],
    '--ls-code-line': colors['editor.lineHighlightBackground'],
    '--ls-code-selection': colors['editor.selectionBackground'],
  };
}

/** The pairs that fall short, as text: none is what one wants. */
function tooFaint(inks: string[], grounds: string[], least: number, mode: 'light' | 'dark') {
  const colour = (name: string) => tokens.get(name)?.[mode] ?? `no ${name}`;
  return inks.flatMap((ink) =>
    grounds
      .map((ground) => ({ ground, ratio: contrast(colour(ink), colour(ground)) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`),
  );
}

/** `--name: light-dark(#111111, #eeeeee);` */
function lightDarkTokens(css: string) {
  const pattern = /(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
  return new Map(
    [...css.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark },
    ]),
  );
}

/** WCAG's contrast ratio of two six-digit colours. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
