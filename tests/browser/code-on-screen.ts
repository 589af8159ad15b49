/** How code is seen, whether a listing or the editor draws it: where each line is, and its colours. */
import type { Locator } from 'playwright';

export interface LinePlace {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Of each line that has any ink, from top to bottom: where its text is, in the window's pixels. */
export function placeOfEachLine(code: Locator): Promise<LinePlace[]> {
  return code.evaluate((box) => {
    const lines = Array.from(box.querySelectorAll('.view-line, .ec-line')).filter((line) =>
      line.checkVisibility(),
    );
    return lines
      .map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line.querySelector('.code') ?? line);
        const { left, right } = range.getBoundingClientRect();
        const text = (line.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd();
        const { top } = line.getBoundingClientRect();
        return { text, left, right, top };
      })
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.top - b.top);
  });
}

/** `"a #1d242c"` for each character that is not white space, from top to bottom. */
export function colourOfEachCharacter(code: Locator): Promise<string[]> {
  return code.evaluate((box) => {
    const lines = Array.from(box.querySelectorAll('.view-line, .ec-line'))
      .filter((line) => line.checkVisibility())
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    return lines.flatMap((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const colours: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!parent) continue;
        const { color } = getComputedStyle(parent);
        for (const character of walker.currentNode.textContent ?? '') {
          if (/[^\s\u00a0]/.test(character)) colours.push(`${character} ${color}`);
        }
      }
      return colours;
    });
  });
}
