import { expect, it } from 'vitest';
import { LONGEST_PIECE, piecesOf } from './pieces-of.ts';

it('leaves short texts whole, and parts long ones', () => {
  expect(piecesOf('short')).toEqual(['short']);
  const long = 'a\u0301'.repeat(LONGEST_PIECE);
  expect(piecesOf(long).length).toBe(2);
  expect(piecesOf(long).join('')).toBe(long);
});

it('parts no pair of surrogates', () => {
  const long = `x${'\u{1f600}'.repeat(LONGEST_PIECE)}`;
  const pieces = piecesOf(long);
  expect(pieces.join('')).toBe(long);
  expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  expect(pieces.every(({ length }) => length <= LONGEST_PIECE)).toBe(true);
});
