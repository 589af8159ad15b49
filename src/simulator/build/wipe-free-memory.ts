/** CPython's allocators, as its WebAssembly module exports them. */
export interface Allocator {
  readonly memory: WebAssembly.Memory;
  malloc(size: number): number;
  malloc_usable_size(address: number): number;
  free(address: number): void;
}

const LARGEST = 1 << 24;
const SMALLEST = 16;

/**
 * Fills all memory that is free with zeros: by taking every block that is to be had, the largest
 * first. The memory must not grow meanwhile.
 */
export function wipeFreeMemory({ memory, malloc, malloc_usable_size, free }: Allocator): void {
  const blocks: number[] = [];
  for (let size = LARGEST; size >= SMALLEST; size >>= 1) {
    for (let at = malloc(size); at !== 0; at = malloc(size)) {
      new Uint8Array(memory.buffer, at, malloc_usable_size(at)).fill(0);
      blocks.push(at);
    }
  }
  for (const at of blocks) free(at);
}
