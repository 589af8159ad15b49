/** What is done to Emscripten's file system from outside: files are laid in, nodes are marked. */
import type { Calls } from './wasm-imports.ts';

/** The little of it that is used. */
export interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  chmod(path: string, mode: number): void;
  lookupPath(path: string): { readonly node: { mode: number } };
  readonly ErrnoError: new (errno: number) => object;
}

/**
 * Lays files in that a program can only read.
 *
 * @param files by their absolute paths.
 */
export function layFiles(fs: FileSystem, files: Readonly<Record<string, Uint8Array>>): void {
  const folders = new Set<string>();
  for (const [path, bytes] of Object.entries(files)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!folders.has(folder)) fs.mkdirTree(folder);
    folders.add(folder);
    fs.writeFile(path, bytes);
    fs.chmod(path, 0o444);
  }
  for (const folder of folders) fs.chmod(folder, 0o555);
}

/** The bits of a mode that say what it allows (`07777`); the others say of what kind a node is. */
const PERMISSIONS = 0o7777;

/** Has what lies at a path be of another kind (of `S_IFMT`) to all who look at it. */
export function markNode(fs: FileSystem, path: string, kind: number): void {
  const { node } = fs.lookupPath(path);
  node.mode = (node.mode & PERMISSIONS) | kind;
  isAnyMarked = true;
}

let isAnyMarked = false;

/** `struct dirent` of musl: where an entry says how long it is, and of what kind. */
const LENGTH_AT = 16;
const KIND_AT = 18;
const DT_UNKNOWN = 0;
const DT_REG = 8;

/**
 * Emscripten lists everything as a file that is no folder and no link. Once a node has been marked,
 * the list leaves open what files are, so that whoever wants to know asks the node.
 */
export function listEntries(original: Calls, memoryOf: () => WebAssembly.Memory): Calls {
  const list = original['__syscall_getdents64'] as (fd: number, at: number, size: number) => number;
  return {
    __syscall_getdents64(fd: number, at: number, size: number) {
      const length = list(fd, at, size);
      if (!isAnyMarked) return length;
      const entries = new DataView(memoryOf().buffer, at >>> 0, Math.max(length, 0));
      for (let entry = 0; entry < length; entry += entries.getUint16(entry + LENGTH_AT, true)) {
        if (entries.getUint8(entry + KIND_AT) === DT_REG) {
          entries.setUint8(entry + KIND_AT, DT_UNKNOWN);
        }
      }
      return length;
    },
  };
}
