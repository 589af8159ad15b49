/** A program's bytes as text, as CPython reads a file: by PEP 263. */

/** A file that CPython would not read; the message is what it says. */
export class UndecodableSource extends Error {
  override readonly name = 'SyntaxError';
}

/**
 * @param file its name, for the message.
 * @throws {UndecodableSource} where the bytes are not of the encoding that the file declares, UTF-8
 *   where it declares none, where that encoding is not known, or where the text has null bytes.
 */
export function decodeSource(bytes: Uint8Array, file: string): string {
  const text = decode(bytes, file);
  if (text.includes('\0')) throw new UndecodableSource('source code cannot contain null bytes');
  return text;
}

function decode(bytes: Uint8Array, file: string): string {
  const hasMark = MARK.every((byte, index) => bytes[index] === byte);
  const body = hasMark ? bytes.subarray(MARK.length) : bytes;
  const declared = declaredEncoding(body);
  const isUtf8 = declared === null || declared === 'utf-8';
  if (hasMark && !isUtf8) throw new UndecodableSource(`encoding problem: ${declared} with BOM`);
  if (declared === LATIN_1) return textOfLatin1(body);
  const decoder = decoderOf(declared ?? 'utf-8');
  try {
    return decoder.decode(body);
  } catch {
    throw new UndecodableSource(
      declared === null
        ? `${nonUtf8(body, file)}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`
        : `file ${file} is not in the encoding that it declares, ${declared}`,
    );
  }
}

/** The byte order mark of UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

const LATIN_1 = 'iso-8859-1';

/** In the first line, or in the second where the first has no code (Parser/tokenizer/helpers.c). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const [first = '', second = ''] = textOfLatin1(bytes.subarray(0, 1_000)).split(/\r\n|\r|\n/, 2);
  const lines = /^[ \t\f]*(?:#|$)/.test(first) ? [first, second] : [first];
  for (const line of lines) {
    const name = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1];
    if (name !== undefined) return normalName(name);
  }
  return null;
}

/** `get_normal_name` of CPython's tokenizer. */
function normalName(name: string): string {
  const plain = name.toLowerCase().replaceAll('_', '-');
  if (/^utf-8(-|$)/.test(plain)) return 'utf-8';
  return /^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(plain) ? LATIN_1 : name;
}

/** Each byte is a character; the platform's decoder of this name takes it for Windows' encoding. */
function textOfLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function decoderOf(encoding: string): TextDecoder {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // Two bytes a character: CPython's tokenizer can't read a file of these either.
    if (!decoder.encoding.startsWith('utf-16')) return decoder;
  } catch {
    // Not known; told below.
  }
  throw new UndecodableSource(`encoding problem: ${encoding}`);
}

/** Names the first byte that begins no character, and its line. */
function nonUtf8(bytes: Uint8Array, file: string): string {
  let line = 1;
  let from = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, from);
    const of = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0 || !isUtf8(of)) {
      const at = firstThatBeginsNothing(of);
      const shown = `\\x${(of[at] ?? 0).toString(16)}`;
      return `Non-UTF-8 code starting with '${shown}' in file ${file} on line ${line}`;
    }
    line += 1;
    from = end + 1;
  }
}

/** The longest beginning that is text ends where the next byte begins no character. */
function firstThatBeginsNothing(line: Uint8Array): number {
  let good = 0;
  for (let end = 1; end <= line.length && end <= good + 4; end++) {
    if (isUtf8(line.subarray(good, end))) good = end;
  }
  return good;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
