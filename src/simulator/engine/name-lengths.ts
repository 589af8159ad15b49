/** How long a path may be, and a name in it: as on Linux. Emscripten takes any. */
import type { Call } from './wasm-imports.ts';

/** `NAME_MAX` and, with the zero at its end, `PATH_MAX`; in bytes. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 4096;

/** Emscripten's number. */
const ENAMETOOLONG = 37;

const SLASH = 47;

/** The calls that take paths, and which of their arguments those are. */
export const PATHS = {
  __syscall_chdir: [0],
  __syscall_chmod: [0],
  __syscall_faccessat: [1],
  __syscall_fchmodat2: [1],
  __syscall_fchownat: [1],
  __syscall_lstat64: [0],
  __syscall_mkdirat: [1],
  __syscall_mknodat: [1],
  __syscall_newfstatat: [1],
  __syscall_openat: [1],
  __syscall_readlinkat: [1],
  __syscall_renameat: [1, 3],
  __syscall_rmdir: [0],
  __syscall_stat64: [0],
  __syscall_statfs64: [0],
  __syscall_symlinkat: [0, 2],
  __syscall_truncate64: [0],
  __syscall_unlinkat: [1],
  __syscall_utimensat: [1],
} as const;

/** Has the calls among a module's imports refuse paths that are too long. */
export function limitNames(
  imports: Record<string, unknown>,
  memoryOf: () => WebAssembly.Memory,
): void {
  for (const [name, places] of Object.entries(PATHS)) {
    const call = imports[name] as Call | undefined;
    if (!call) continue;
    imports[name] = (...words: never[]) => {
      const memory = new Uint8Array(memoryOf().buffer);
      const isTooLong = places.some((place) => isLong(memory, Number(words[place]) >>> 0));
      return isTooLong ? -ENAMETOOLONG : call(...words);
    };
  }
}

function isLong(memory: Uint8Array, path: number): boolean {
  if (path === 0) return false;
  let nameFrom = path;
  let at = path;
  for (; memory[at] !== 0; at++) {
    if (memory[at] === SLASH) nameFrom = at + 1;
    else if (at - nameFrom >= LONGEST_NAME) return true;
  }
  return at - path >= LONGEST_PATH;
}
