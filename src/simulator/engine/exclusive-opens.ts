/** `O_CREAT | O_EXCL`: a link in the place of the new file is in its way, wherever it leads. */
import type { Call } from './wasm-imports.ts';

const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_NOFOLLOW = 0o400000;

const EXCLUSIVE = O_CREAT | O_EXCL;

/** Has the call among a module's imports that opens files follow no link where it is to make one. */
export function openExclusively(imports: Record<string, unknown>): void {
  const openat = imports['__syscall_openat'] as Call | undefined;
  if (!openat) return;
  imports['__syscall_openat'] = (folder: number, path: number, flags: number, rest: number) => {
    const isExclusive = (flags & EXCLUSIVE) === EXCLUSIVE;
    return openat(...([folder, path, isExclusive ? flags | O_NOFOLLOW : flags, rest] as never[]));
  };
}
