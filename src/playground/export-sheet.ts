/** What stands round a picture that leaves the page: what ran, how it went, and what the signs mean. */

export interface SheetWords {
  /** The program's name. */
  readonly title: string;
  /** How the run went, in a sentence or two. */
  readonly verdict: string;
  /** Where the picture was made. */
  readonly address: string;
}

export interface Sheet {
  readonly drawing: SVGSVGElement;
  /** Where the picture's top left corner is on it. */
  readonly x: number;
  readonly y: number;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const MARGIN_PX = 24;
const LINE_PX = 22;
/** So many characters of the prose's face fit into the width. */
const MOST_CHARACTERS = 140;
const MOST_LINES = 5;
const SIGN_PX = 26;
/** About the width of a letter of the legend. */
const LETTER_PX = 6.6;

const FLIGHT_PX = 12;
const HELD_PX = 5;
const SLICE_PX = 16;

/** As in the picture, in its colours, and how high each is. */
const SIGNS = [
  ['in flight: time, input, output', '--ls-state-waiting', FLIGHT_PX],
  ['held up: a lock, a slot, an item', '--ls-state-waiting', HELD_PX],
  ['awaits a task', '--ls-state-waiting', 2],
  ['runs', '--ls-state-running', SLICE_PX],
  ['ready', '--ls-state-ready', 10],
  ['holds the loop', '--ls-state-blocked', SLICE_PX],
] as const;

/**
 * A picture with a heading and a legend, as one drawing.
 *
 * @param picture what was drawn, with its names, `widthPx` by `heightPx`.
 */
export function sheetOf(
  picture: readonly SVGElement[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  words: SheetWords,
): Sheet {
  const style = getComputedStyle(document.body);
  const ink = colour('--ls-ink');
  const prose = { family: style.fontFamily, fill: ink };
  const mono = getComputedStyle(document.documentElement).getPropertyValue('--ls-font-mono');
  const lines = wrap(words.verdict, MOST_CHARACTERS).slice(0, MOST_LINES);
  const topPx = MARGIN_PX + LINE_PX * (1 + lines.length) + 12;
  const legendPx = topPx + heightPx + LINE_PX;
  const sheet = element('svg', { width: widthPx + 2 * MARGIN_PX, height: legendPx + 2 * LINE_PX });
  sheet.setAttribute('viewBox', `0 0 ${widthPx + 2 * MARGIN_PX} ${legendPx + 2 * LINE_PX}`);
  const group = element('g', { transform: `translate(${MARGIN_PX} ${topPx})` });
  group.append(...picture);
  sheet.append(
    element('rect', { width: '100%', height: '100%', fill: style.backgroundColor }),
    text(words.title, MARGIN_PX, MARGIN_PX + 12, {
      family: mono,
      fill: ink,
      size: 15,
      weight: 600,
    }),
    ...lines.map((line, index) =>
      text(line, MARGIN_PX, MARGIN_PX + 14 + LINE_PX * (index + 1), { ...prose, size: 15 }),
    ),
    group,
    ...legend(legendPx, prose),
    text(words.address, MARGIN_PX, legendPx + LINE_PX + 6, {
      ...prose,
      fill: colour('--ls-ink-faint'),
      size: 12,
    }),
  );
  return { drawing: sheet as SVGSVGElement, x: MARGIN_PX, y: topPx };
}

function legend(y: number, prose: { readonly family: string; readonly fill: string }) {
  let x = MARGIN_PX;
  return SIGNS.flatMap(([words, property, heightPx]) => {
    const fill = colour(property);
    const isSlice = heightPx === SLICE_PX;
    const middle = y - 4;
    const box = { x, y: middle - heightPx / 2, height: heightPx };
    const sign =
      heightPx === HELD_PX
        ? element('line', {
            ...{ x1: x, x2: x + SIGN_PX, y1: middle, y2: middle, stroke: fill },
            ...{ 'stroke-width': HELD_PX, 'stroke-dasharray': '2 2' },
          })
        : element('rect', {
            ...{ ...box, width: isSlice ? 5 : SIGN_PX },
            ...(heightPx === FLIGHT_PX
              ? { fill: colour('--ls-state-waiting-soft'), stroke: fill }
              : { fill }),
          });
    const besidePx = isSlice ? 12 : SIGN_PX + 7;
    const label = text(words, x + besidePx, y, { ...prose, size: 12 });
    x += besidePx + words.length * LETTER_PX + 14;
    return [sign, label];
  });
}

interface TextStyle {
  readonly family: string;
  readonly fill: string;
  readonly size: number;
  readonly weight?: number;
}

function text(words: string, x: number, y: number, style: TextStyle): SVGElement {
  const { family, fill, size, weight = 400 } = style;
  const line = element('text', {
    ...{ x, y, fill, 'font-family': family, 'font-size': size, 'font-weight': weight },
  });
  line.textContent = words;
  return line;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A colour of the page's present theme: properties hold `light-dark(…)`, which no file can. */
export function colour(property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** `wrap("one two three", 8)` gives `["one two", "three"]`. */
export function wrap(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
