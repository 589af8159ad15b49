/** How code is seen, whether a listing or the editor draws it: where each line is, and its colours. */
import type { Locator } from 'playwright';

export interface LinePlace {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

interface Character {
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly colour: string;
}

/** Of each line that has any ink, from top to bottom: where its text is, in the window's pixels. */
export async function placeOfEachLine(code: Locator): Promise<LinePlace[]> {
  const lines = Map.groupBy(await charactersOf(code), ({ top }) => Math.round(top));
  return [...lines.values()]
    .map((line) => ({
      text: line
        .map(({ character }) => character)
        .join('')
        .trimEnd(),
      left: Math.min(...line.map(({ left }) => left)),
      right: Math.max(...line.map(({ right }) => right)),
      top: line[0]?.top ?? Number.NaN,
    }))
    .filter(({ text }) => text !== '');
}

/** `"a #1d242c"` for each character that is not white space, from top to bottom. */
export async function colourOfEachCharacter(code: Locator): Promise<string[]> {
  const characters = await charactersOf(code);
  return characters
    .filter(({ character }) => character !== ' ')
    .map(({ character, colour }) => `${character} ${colour}`);
}

/** In the order in which they are read. */
async function charactersOf(code: Locator): Promise<Character[]> {
  const characters = await code.evaluate((box) =>
    Array.from(box.querySelectorAll('.view-line, [data-listing] code'))
      .filter((place) => place.checkVisibility())
      .flatMap((place) => {
        const found: Character[] = [];
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { currentNode: node } = walker;
          const text = node.textContent ?? '';
          const colour = node.parentElement ? getComputedStyle(node.parentElement).color : '';
          for (let at = 0; at < text.length; at++) {
            const character = text.charAt(at).replace('\u00a0', ' ');
            if (character === '\n') continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { left, right, top } = range.getBoundingClientRect();
            found.push({ character, left, right, top, colour });
          }
        }
        return found;
      }),
  );
  return characters.sort((a, b) => Math.round(a.top) - Math.round(b.top) || a.left - b.left);
}
