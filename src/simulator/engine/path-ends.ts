/**
 * What the end of a path asks for: `name/` is a folder, and `.` and `..` can't be taken away. Emscripten
 * leaves such ends out before it looks.
 */
import { PATHS } from './name-lengths.ts';
import type { Call } from './wasm-imports.ts';

/** Emscripten's numbers. */
const EBUSY = 10;
const EINVAL = 28;
const EISDIR = 31;
const ENOENT = 44;
const ENOTDIR = 54;
const ENOTEMPTY = 55;

const AT_FDCWD = -100;
const AT_REMOVEDIR = 0x200;
const O_CREAT = 0o100;
const O_DIRECTORY = 0o200000;

const SLASH = 47;
const DOT = 46;

/** What speaks against a call, as it answers; null if nothing does. */
type Objection = (...words: number[]) => number | null;

/** Has the calls among a module's imports heed how the paths end that they are given. */
export function heedPathEnds(
  env: Record<string, unknown>,
  wasi: Record<string, unknown>,
  memoryOf: () => WebAssembly.Memory,
): void {
  const [open, close] = [env['__syscall_openat'], wasi['fd_close']] as (Call | undefined)[];
  if (!open || !close) return;
  const endOf = (path = 0) => endOfPath(new Uint8Array(memoryOf().buffer), path >>> 0);
  const isDots = (path?: number) => endOf(path).dots > 0;
  /** Why it can't be opened as a folder; or that it can. */
  const look = (folder = AT_FDCWD, path = 0) => {
    const fd = Number(open(...([folder, path, O_DIRECTORY, 0] as never[])));
    if (fd >= 0) close(...([fd] as never[]));
    return Math.min(fd, 0);
  };
  const isFileWithSlash = (folder?: number, path?: number) =>
    endOf(path).hasSlash && look(folder, path) === -ENOTDIR;

  const toRemove: Objection = (folder, path) =>
    isDots(path) ? look(folder, path) || (endOf(path).dots === 1 ? -EINVAL : -ENOTEMPTY) : null;

  const objections: Readonly<Record<string, Objection>> = {
    __syscall_rmdir: (path = 0) => toRemove(AT_FDCWD, path),
    __syscall_unlinkat: (folder = 0, path = 0, flags = 0) =>
      flags & AT_REMOVEDIR ? toRemove(folder, path) : isDots(path) ? -EISDIR : null,
    __syscall_renameat(folder, path, newFolder, newPath) {
      if (isDots(path) || isDots(newPath)) return -EBUSY;
      const needsFolder = endOf(newPath).hasSlash && look(newFolder, newPath) !== 0;
      return needsFolder && look(folder, path) === -ENOTDIR ? -ENOTDIR : null;
    },
    __syscall_symlinkat: (_target, folder, path) =>
      endOf(path).hasSlash && look(folder, path) === -ENOENT ? -ENOENT : null,
    __syscall_openat: (_folder, path, flags = 0) =>
      endOf(path).hasSlash && flags & O_CREAT ? -EISDIR : null,
  };

  for (const [name, places] of Object.entries(PATHS)) {
    const call = env[name] as Call | undefined;
    if (!call) continue;
    const checked = name === '__syscall_symlinkat' ? [] : places;
    env[name] = (...words: never[]) => {
      const numbers = words.map(Number);
      for (const place of checked) {
        const folder = place === 0 ? AT_FDCWD : numbers[place - 1];
        if (isFileWithSlash(folder, numbers[place])) return -ENOTDIR;
      }
      return objections[name]?.(...numbers) ?? call(...words);
    };
  }
}

/** Whether a path ends with a slash behind a name, and of how many dots that name is, if of nothing else. */
function endOfPath(memory: Uint8Array, path: number): { hasSlash: boolean; dots: 0 | 1 | 2 } {
  let end = path;
  if (path !== 0) while (memory[end] !== 0) end++;
  const whole = end;
  while (end > path && memory[end - 1] === SLASH) end--;
  let dots: 0 | 1 | 2 = 0;
  for (const count of [1, 2] as const) {
    const from = end - count;
    const isApart = from === path || (from > path && memory[from - 1] === SLASH);
    if (isApart && memory.subarray(from, end).every((byte) => byte === DOT)) dots = count;
  }
  return { hasSlash: end > path && end < whole, dots };
}
