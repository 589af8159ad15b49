/** The picture that goes with a link to a page: its title, set in the course's own face. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font } from 'opentype.js';
import sharp from 'sharp';
import { WORDMARK } from '../styles/wordmark-paths.ts';

export interface SocialCard {
  readonly title: string;
  readonly description: string;
  /** Above the title: "Chapter 2". */
  readonly kicker?: string | undefined;
}

/** In pixels, as the networks ask for it. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 84;

/** The site's dark palette, from `tokens.css`. */
const COLOURS = {
  paper: '#14181d',
  ink: '#e3e1db',
  soft: '#adb3b9',
  line: '#2d343c',
  running: '#7fe9bf',
  waiting: '#4ba3ff',
  waitingSoft: '#1b3048',
  finished: '#c686b1',
};

export function socialCardPng(card: SocialCard): Promise<Buffer> {
  return sharp(Buffer.from(socialCardSvg(card)))
    .png({ compressionLevel: 9 })
    .toBuffer();
}

export function socialCardSvg({ title, description, kicker }: SocialCard): string {
  const titleSize = title.length > 24 ? 72 : 92;
  const titleLines = wrapped(title, fonts().title, titleSize).slice(0, 2);
  const titleTop = 190 + titleSize;
  const textTop = titleTop + (titleLines.length - 1) * titleSize * 1.12 + 74;
  const textLines = wrapped(description, fonts().text, 33).slice(0, 3);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.paper}"/>`,
    wordmark(),
    kicker ? textPath(kicker, fonts().text, { y: 178, size: 30, fill: COLOURS.soft }) : '',
    ...titleLines.map((line, index) =>
      textPath(line, fonts().title, {
        y: titleTop + index * titleSize * 1.12,
        size: titleSize,
        fill: COLOURS.ink,
      }),
    ),
    ...textLines.map((line, index) =>
      textPath(line, fonts().text, { y: textTop + index * 48, size: 33, fill: COLOURS.soft }),
    ),
    lanes(),
    '</svg>',
  ].join('');
}

interface Setting {
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

function textPath(text: string, font: Font, { y, size, fill }: Setting): string {
  return `<path fill="${fill}" d="${font.getPath(text, MARGIN, y, size).toPathData(1)}"/>`;
}

/** As many words to a line as the width holds. */
function wrapped(text: string, font: Font, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = font.getAdvanceWidth(longer, size) <= WIDTH - 2 * MARGIN;
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function wordmark(): string {
  return [
    `<g transform="translate(${MARGIN} 108) scale(2.6)">`,
    `<path fill="${COLOURS.ink}" d="${WORDMARK.letters}"/>`,
    `<path fill="none" stroke="${COLOURS.ink}" stroke-width="2.3" d="${WORDMARK.loop}"/>`,
    `<path stroke="${COLOURS.running}" stroke-width="1.6" d="${WORDMARK.playhead}"/>`,
    '</g>',
  ].join('');
}

/** Three tasks that wait together, each a third of the others' time apart. */
function lanes(): string {
  return [0.94, 0.62, 0.78]
    .map((share, index) => {
      const y = 528 + index * 28;
      const end = MARGIN + share * (WIDTH - 2 * MARGIN);
      return [
        `<rect x="${MARGIN}" y="${y}" width="${end - MARGIN}" height="14" fill="${COLOURS.waitingSoft}" stroke="${COLOURS.waiting}" stroke-width="2"/>`,
        `<path d="M${MARGIN} ${y - 4}v22M${end} ${y - 4}v22" stroke="${COLOURS.running}" stroke-width="5"/>`,
        `<circle cx="${end + 14}" cy="${y + 7}" r="7" fill="${COLOURS.finished}"/>`,
      ].join('');
    })
    .join('');
}

let loaded: { title: Font; text: Font } | null = null;

function fonts(): { title: Font; text: Font } {
  const files = createRequire(import.meta.url).resolve('@fontsource/literata/package.json');
  const font = (weight: number) => {
    const file = files.replace('package.json', `files/literata-latin-${weight}-normal.woff`);
    const bytes = readFileSync(file);
    return opentype.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
  };
  loaded ??= { title: font(500), text: font(400) };
  return loaded;
}
