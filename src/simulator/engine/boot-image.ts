/**
 * The memory of an interpreter that has already imported what programs need. Booting from it saves
 * most of CPython's start.
 *
 * It is Pyodide's snapshot, a header and then the whole memory, in which the memory is replaced by
 * its difference from what the WebAssembly module itself puts there. So what has not changed is
 * zero, and need not be downloaded twice. It becomes whole once the module is in memory and before
 * CPython begins. Published, it is compressed by Zstandard, which CPython brings along.
 */

/** What CPython's module exports, as far as it is used on its memory before it begins. */
export interface CPythonExports {
  readonly memory: WebAssembly.Memory;
  /** Where the heap begins. What the module puts into memory ends before. */
  readonly __heap_base: WebAssembly.Global<'i32'>;
  malloc(size: number): number;
  ZSTD_createDCtx(): number;
  /** `ZSTD_inBuffer` and `ZSTD_outBuffer` are three words: address, size and position. */
  ZSTD_decompressStream(context: number, out: number, input: number): number;
  ZSTD_isError(answer: number): number;
}

export interface BootImage {
  /** What Pyodide restores. It is whole, or refused by Pyodide, after {@link complete}. */
  readonly snapshot: Uint8Array;
  /** To be called between the module's start and CPython's. False if the image is damaged. */
  complete(exports: CPythonExports): boolean;
}

/** An image as it is kept where nothing is downloaded. */
export function plainImage(difference: Uint8Array): BootImage {
  return {
    snapshot: difference,
    complete(exports) {
      xorWithBase(difference, untouchedMemory(exports));
      return true;
    },
  };
}

/**
 * An image as it is published: its size in four bytes, the lowest first, and its compression.
 *
 * @throws Error where the bytes are something else.
 */
export function packedImage(packed: Uint8Array): BootImage {
  const words = new DataView(packed.buffer, packed.byteOffset, packed.length);
  if (packed.length < 2 * SIZE_BYTES || words.getUint32(SIZE_BYTES, true) !== ZSTANDARD) {
    throw new Error('expected a packed boot image, found other data; was the engine built whole?');
  }
  const snapshot = new Uint8Array(words.getUint32(0, true));
  return {
    snapshot,
    complete(exports) {
      // Copied, because decompressing writes there.
      const memory = untouchedMemory(exports).slice();
      if (!decompress(packed.subarray(SIZE_BYTES), snapshot, exports)) return false;
      xorWithBase(snapshot, memory);
      return true;
    },
  };
}

export const SIZE_BYTES = 4;

/** How every frame of Zstandard begins (RFC 8878, section 3.1.1). */
const ZSTANDARD = 0xfd2fb528;

/** Pyodide's header says in its second word where the memory begins. */
const MEMORY_AT = 1;

/** What the module has put into its memory, before anything runs: it ends where the heap begins. */
export function untouchedMemory({ memory, __heap_base }: CPythonExports): Uint8Array {
  return new Uint8Array(memory.buffer, 0, __heap_base.value);
}

/** Turns a snapshot into its difference from what a module puts into memory, or back. */
export function xorWithBase(snapshot: Uint8Array, memory: Uint8Array): void {
  const words = new Uint32Array(snapshot.buffer, snapshot.byteOffset, snapshot.length >> 2);
  const base = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const shift = (words[MEMORY_AT] as number) >> 2;
  for (let i = 0; i < base.length; i++) {
    words[shift + i] = (words[shift + i] as number) ^ (base[i] as number);
  }
}

const CHUNK_BYTES = 1 << 20;

/**
 * Fills `target`. All of the module's memory is about to be replaced, so nothing is freed. False if
 * the data are damaged; what has been filled is then cleared.
 */
function decompress(source: Uint8Array, target: Uint8Array, exports: CPythonExports): boolean {
  const { memory, malloc, ZSTD_decompressStream, ZSTD_isError } = exports;
  const context = exports.ZSTD_createDCtx();
  const sourceAt = malloc(source.length);
  const chunkAt = malloc(CHUNK_BYTES);
  const [input, out] = [malloc(12), malloc(12)];
  const bytes = new Uint8Array(memory.buffer);
  const setBuffer = (at: number, words: readonly number[]) =>
    new Uint32Array(memory.buffer, at, words.length).set(words);
  bytes.set(source, sourceAt);
  setBuffer(input, [sourceAt, source.length, 0]);
  for (let filled = 0; filled < target.length; ) {
    setBuffer(out, [chunkAt, CHUNK_BYTES, 0]);
    const answer = ZSTD_decompressStream(context, out, input);
    const [, , length] = new Uint32Array(memory.buffer, out, 3) as unknown as number[];
    if (ZSTD_isError(answer) || !length || filled + length > target.length) {
      target.fill(0);
      return false;
    }
    target.set(bytes.subarray(chunkAt, chunkAt + length), filled);
    filled += length;
  }
  return true;
}
