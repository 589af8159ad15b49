/** As much of WebAssembly's binary format as rewriting a module needs. */

export const SECTION = {
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  global: 6,
  export: 7,
  element: 9,
  code: 10,
  data: 11,
} as const;

export interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

/** Magic number and version. */
const HEADER_BYTES = 8;

/** The sections in their order. Throws where the bytes are not a module. */
export function readSections(module: Uint8Array): Section[] {
  const reader = new Reader(module, HEADER_BYTES);
  const sections: Section[] = [];
  while (!reader.atEnd) {
    const id = reader.byte();
    sections.push({ id, content: reader.bytes(reader.unsigned()) });
  }
  return sections;
}

export function writeModule(header: Uint8Array, sections: readonly Section[]): Uint8Array {
  return concat([
    header.subarray(0, HEADER_BYTES),
    ...sections.flatMap(({ id, content }) => [
      Uint8Array.of(id, ...unsigned(content.length)),
      content,
    ]),
  ]);
}

/** A section that is a vector, with entries added at its end. */
export function append(content: Uint8Array, entries: readonly Uint8Array[]): Uint8Array {
  const reader = new Reader(content);
  const count = reader.unsigned();
  const rest = content.subarray(reader.at);
  return concat([Uint8Array.from(unsigned(count + entries.length)), rest, ...entries]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** LEB128: 300 -> [0xac, 0x02] */
export function unsigned(value: number): number[] {
  const bytes = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** LEB128 with a sign, of 32 bits: 64 -> [0xc0, 0x00], -1 -> [0x7f] */
export function signed(value: number): number[] {
  const bytes = [];
  for (let rest = value | 0; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && !(low & 0x40)) || (rest === -1 && (low & 0x40) !== 0);
    if (isLast) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

export function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

export class Reader {
  readonly #from: Uint8Array;
  at: number;

  constructor(from: Uint8Array, at = 0) {
    this.#from = from;
    this.at = at;
  }

  get atEnd(): boolean {
    return this.at >= this.#from.length;
  }

  byte(): number {
    const byte = this.#from[this.at];
    if (byte === undefined) throw new Error(`expected more of the module at ${this.at}`);
    this.at += 1;
    return byte;
  }

  bytes(length: number): Uint8Array {
    this.at += length;
    return this.#from.subarray(this.at - length, this.at);
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) return value;
    }
  }

  signed(): number {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (!(byte & 0x80)) return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
    }
  }

  vector<T>(read: (reader: Reader) => T): T[] {
    return Array.from({ length: this.unsigned() }, () => read(this));
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.unsigned()));
  }
}
