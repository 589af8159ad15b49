/** `umask`: what a new file or folder does not let others do. Emscripten has none. */
import type { Call } from './wasm-imports.ts';

/** As a shell leaves it to the programs that it starts. */
const USUAL = 0o22;

const O_CREAT = 0o100;

/** Has the calls among a module's imports that make files heed a mask, and one of them set it. */
export function heedUmask(
  imports: Record<string, unknown>,
  memoryOf: () => WebAssembly.Memory,
): void {
  let mask = USUAL;
  const [openat, mkdirat] = [imports['__syscall_openat'], imports['__syscall_mkdirat']] as (
    | Call
    | undefined
  )[];
  if (!openat || !mkdirat) return;
  Object.assign(imports, {
    __syscall_umask_js(next: number) {
      const before = mask;
      mask = next & 0o777;
      return before;
    },
    __syscall_mkdirat: (folder: number, path: number, mode: number) =>
      mkdirat(...([folder, path, mode & ~mask] as never[])),
    /** The mode is the one that comes after the arguments that are always there. */
    __syscall_openat(folder: number, path: number, flags: number, rest: number) {
      if (flags & O_CREAT && rest) {
        const view = new DataView(memoryOf().buffer);
        view.setUint32(rest >>> 0, view.getUint32(rest >>> 0, true) & ~mask, true);
      }
      return openat(...([folder, path, flags, rest] as never[]));
    },
  });
}
