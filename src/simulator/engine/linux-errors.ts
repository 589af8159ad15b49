/**
 * Error numbers as on Linux. Emscripten numbers errors as WASI does, so that CPython would say
 * `[Errno 44] No such file or directory` where the reader's machine says `[Errno 2]`. What the file
 * system answers is translated on its way into CPython; `python/_loopscope/errors.py` teaches the
 * same numbers to Python.
 */
import type { Call } from './wasm-imports.ts';

/**
 * What the file system can answer. Emscripten's numbers (`system/include/wasi/api.h`) to Linux's.
 * Not ENOSYS: musl looks for it, to go another way.
 */
const LINUX_OF_EMSCRIPTEN: ReadonlyMap<number, number> = new Map([
  [2, 13], // EACCES
  [8, 9], // EBADF
  [10, 16], // EBUSY
  [20, 17], // EEXIST
  [22, 27], // EFBIG
  [28, 22], // EINVAL
  [29, 5], // EIO
  [31, 21], // EISDIR
  [32, 40], // ELOOP
  [33, 24], // EMFILE
  [37, 36], // ENAMETOOLONG
  [40, 101], // ENETUNREACH
  [43, 19], // ENODEV
  [44, 2], // ENOENT
  [51, 28], // ENOSPC
  [54, 20], // ENOTDIR
  [55, 39], // ENOTEMPTY
  [59, 25], // ENOTTY
  [61, 75], // EOVERFLOW
  [63, 1], // EPERM
  [64, 32], // EPIPE
  [69, 30], // EROFS
  [70, 29], // ESPIPE
  [75, 18], // EXDEV
]);

/**
 * Of these commands (`F_GETOWN_EX`, `F_DUPFD_CLOEXEC`) musl reads the answer itself, and goes another
 * way where it is EINVAL (`src/fcntl/fcntl.c`).
 */
const LOOKED_INTO: readonly unknown[] = [16, 1030];
const EINVAL = 28;

/**
 * SQLite looks here whether a file is there that it is about to make, and knows "no such file" by
 * Emscripten's number alone; Python's callers are told Linux's by `python/_loopscope/errors.py`.
 */
const LOOKED_AT_BY_SQLITE = '__syscall_lstat64';
const ENOENT = 44;

/** CPython starts with Emscripten's numbers, and has to be taught the others first. */
let isTaught = false;

/** From now on the calls of {@link answerAsLinux} do so: CPython knows the numbers. */
export function speakLinux(): void {
  isTaught = true;
}

const OF_SYSTEM = /^(__syscall_|_mmap_js$|_munmap_js$|_msync_js$)/;

/** Has the calls of the file system among a module's imports answer with Linux's numbers. */
export function answerAsLinux(imports: Record<string, unknown>): void {
  for (const [name, call] of Object.entries(imports)) {
    // WASI's calls answer with the number itself, the system's with its negative.
    const sign = name.startsWith('fd_') ? 1 : OF_SYSTEM.test(name) ? -1 : 0;
    if (sign === 0 || typeof call !== 'function') continue;
    const isFcntl = name === '__syscall_fcntl64';
    const isLook = name === LOOKED_AT_BY_SQLITE;
    imports[name] = (...words: never[]) => {
      const answer = (call as Call)(...words);
      if (!isTaught || typeof answer !== 'number' || answer * sign <= 0) return answer;
      if (isFcntl && answer === -EINVAL && LOOKED_INTO.includes(words[1])) return answer;
      if (isLook && answer === -ENOENT) return answer;
      return sign * (LINUX_OF_EMSCRIPTEN.get(answer * sign) ?? answer * sign);
    };
  }
}

/** By Linux's numbers, what glibc says in other words than musl. */
const IN_OTHER_WORDS: ReadonlyMap<number, string> = new Map([
  [5, 'Input/output error'],
  [16, 'Device or resource busy'],
  [18, 'Invalid cross-device link'],
  [24, 'Too many open files'],
  [25, 'Inappropriate ioctl for device'],
  [29, 'Illegal seek'],
  [36, 'File name too long'],
  [40, 'Too many levels of symbolic links'],
]);

/** In place of these they are written: no file system in memory knows such errors. */
const GIVEN_UP = ['Stale file handle', 'Unknown signal'] as const;

/**
 * Has `strerror` know the numbers that {@link answerAsLinux} gives. musl keeps the texts in one
 * block, and where each begins in a table of 16-bit words (`src/errno/strerror.c`).
 *
 * @throws where this Pyodide's texts are not as expected.
 */
export function describeAsLinux(memory: Uint8Array): void {
  const { block, table, view } = findErrorTexts(memory);
  const offsets = [...LINUX_OF_EMSCRIPTEN].map(
    ([emscripten, linux]) => [linux, view.getUint16(table + 2 * emscripten, true)] as const,
  );
  for (const [linux, offset] of offsets) view.setUint16(table + 2 * linux, offset, true);
  const [from, to] = GIVEN_UP.map((text) => find(memory, `\0${text}\0`, block) + 1);
  let at = from ?? 0;
  for (const [linux, text] of IN_OTHER_WORDS) {
    const bytes = new TextEncoder().encode(`${text}\0`);
    if (at <= block || at + bytes.length > (to ?? 0)) {
      throw new Error('expected room among musl’s error texts, found none');
    }
    memory.set(bytes, at);
    view.setUint16(table + 2 * linux, at - block, true);
    at += bytes.length;
  }
}

/** Texts of which the places in the block are looked for in the table. */
const LANDMARKS = [
  [2, 'Permission denied'],
  [20, 'File exists'],
  [44, 'No such file or directory'],
] as const;

function findErrorTexts(memory: Uint8Array): { block: number; table: number; view: DataView } {
  const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
  const block = find(memory, 'Success\0Illegal byte sequence\0');
  if (block >= 0) {
    const places = LANDMARKS.map(([number, text]) => [number, find(memory, `\0${text}\0`, block)]);
    const isTable = (at: number) =>
      places.every(
        ([number, place]) =>
          view.getUint16(at + 2 * Number(number), true) === Number(place) + 1 - block,
      );
    // The compiler puts the table shortly before the block.
    for (let at = block - 4_096; at < block; at += 2)
      if (isTable(at)) return { block, table: at, view };
  }
  throw new Error('expected musl’s table of error texts in CPython’s memory, found none');
}

function find(memory: Uint8Array, text: string, from = 0): number {
  const wanted = new TextEncoder().encode(text);
  for (let at = memory.indexOf(wanted[0] as number, from); at >= 0; ) {
    if (wanted.every((byte, offset) => memory[at + offset] === byte)) return at;
    at = memory.indexOf(wanted[0] as number, at + 1);
  }
  return -1;
}
