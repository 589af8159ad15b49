import { describe, expect, it } from 'vitest';
import { decodeSource } from './decode-source.ts';

/** Each character is a byte. */
const bytes = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const decode = (text: string) => decodeSource(bytes(text), 'main.py');

const E_ACUTE_UTF8 = '\xc3\xa9';

describe('reads as CPython reads a file', () => {
  it.each([
    ['UTF-8', `print("${E_ACUTE_UTF8}")`, 'print("é")'],
    ['a byte order mark', `\xef\xbb\xbfprint("${E_ACUTE_UTF8}")`, 'print("é")'],
    ['a mark and UTF-8 declared', '\xef\xbb\xbf# coding: utf-8\n', '# coding: utf-8\n'],
    ['Latin-1', '# -*- coding: latin-1 -*-\n"\xe9\x80"', '# -*- coding: latin-1 -*-\n"é\x80"'],
    [
      'a declaration in line 2',
      '#!python\n# coding=ISO_8859_1\n"\xe9"',
      '#!python\n# coding=ISO_8859_1\n"é"',
    ],
    [
      'Cyrillic',
      '# vim: set fileencoding=cp1251 :\n"\xcf"',
      '# vim: set fileencoding=cp1251 :\n"П"',
    ],
    ['nothing', '', ''],
  ])('%s', (_, file, text) => {
    expect(decode(file)).toBe(text);
  });
});

describe('refuses with CPython’s words', () => {
  it.each([
    [
      'bytes that are no UTF-8',
      'x = 1\n\nprint("\xe2\x82")\n',
      "Non-UTF-8 code starting with '\\xe2' in file main.py on line 3, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    ],
    [
      'a declaration after code',
      'x = 1\n# coding: latin-1\n"\xe9"',
      "Non-UTF-8 code starting with '\\xe9' in file main.py on line 3, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    ],
    ['null bytes', 'x = 1\n"\0"\n', 'source code cannot contain null bytes'],
    ['an unknown encoding', '# coding: nonsense\n', 'encoding problem: nonsense'],
    ['two bytes a character', '# coding: utf-16\n', 'encoding problem: utf-16'],
    [
      'a mark and another encoding',
      '\xef\xbb\xbf# coding: latin-1\n',
      'encoding problem: iso-8859-1 with BOM',
    ],
    [
      'bytes that are not what is declared',
      '# coding: utf-8\n"\xe9"',
      'file main.py is not in the encoding that it declares, utf-8',
    ],
  ])('%s', (_, file, message) => {
    expect(() => decode(file)).toThrow(message);
  });
});
