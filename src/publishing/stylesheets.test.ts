import { expect, test } from 'vitest';
import { linkedOnce } from './stylesheets.ts';

test('of stylesheets that are linked twice the first link stays', () => {
  const [one, two] = ['a', 'b'].map((name) => `<link rel="stylesheet" href="/${name}.css">`);
  expect(linkedOnce(`<head>${one}${two}${one}</head><p>${two}</p>`)).toBe(
    `<head>${one}${two}</head><p></p>`,
  );
});

test('other links stay as they are', () => {
  const html = '<link rel="icon" href="/a.svg"><link rel="icon" href="/a.svg">';
  expect(linkedOnce(html)).toBe(html);
});
