import { expect, test } from 'vitest';
import { packOrigins, unpackOrigins } from './packed-origins.ts';

test('origins are packed short, and come out as they went in', () => {
  const origins = [
    { row: 0, line: 5 },
    { row: null, line: 12 },
    { row: 3, line: null },
  ];
  expect(packOrigins(origins)).toBe('0,5;,12;3,');
  expect(unpackOrigins(packOrigins(origins))).toEqual(origins);
  expect(unpackOrigins(packOrigins([]))).toEqual([]);
});
