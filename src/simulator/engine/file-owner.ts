/**
 * Who owns the files: whom `python/_loopscope/users.py` says the program runs as. Emscripten has all
 * of them belong to root.
 */
import type { Call } from './wasm-imports.ts';

const USER = 1000;

/** Where `struct stat` has them. */
const ST_UID = 12;
const ST_GID = 16;

/** The calls that fill a `struct stat`, and which of their arguments it is. */
const STATS = {
  __syscall_stat64: 1,
  __syscall_lstat64: 1,
  __syscall_fstat64: 1,
  __syscall_newfstatat: 2,
} as const;

/** Has the calls among a module's imports that tell of a file say whose it is. */
export function tellOwner(
  imports: Record<string, unknown>,
  memoryOf: () => WebAssembly.Memory,
): void {
  for (const [name, argument] of Object.entries(STATS)) {
    const call = imports[name] as Call | undefined;
    if (!call) continue;
    imports[name] = (...words: never[]) => {
      const answer = call(...words);
      if (answer === 0) {
        const view = new DataView(memoryOf().buffer);
        const at = Number(words[argument]) >>> 0;
        view.setUint32(at + ST_UID, USER, true);
        view.setUint32(at + ST_GID, USER, true);
      }
      return answer;
    };
  }
}
