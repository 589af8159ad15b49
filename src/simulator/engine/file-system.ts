/** What is done to Emscripten's file system from outside: files are laid in, nodes are marked. */
import type { OpenFiles } from './file-locks.ts';
import type { Calls } from './wasm-imports.ts';

/** The little of it that is used. */
export interface FileSystem extends OpenFiles {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  chmod(path: string, mode: number): void;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, calls: Record<'read' | 'write', DeviceCall>): void;
  mkdev(path: string, mode: number, device: number): void;
  lookupPath(path: string): { readonly node: { mode: number } };
  readonly ErrnoError: new (errno: number) => object;
}

type DeviceCall = (stream: object, bytes: Uint8Array, at: number, length: number) => number;

/** Where the program lies, as `HOME` in `python/_loopscope/places.py` says. */
export const HOME = '/home/learner';

/**
 * Lays files in that a program can only read. Their folders take no others, but for its own.
 *
 * @param files by their paths: absolute, or from the folder that the program is in.
 */
export function layFiles(fs: FileSystem, files: Readonly<Record<string, Uint8Array>>): void {
  const folders = new Set<string>();
  for (const [given, bytes] of Object.entries(files)) {
    const path = given.startsWith('/') ? given : `${HOME}/${given}`;
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!folders.has(folder)) fs.mkdirTree(folder);
    folders.add(folder);
    fs.writeFile(path, bytes);
    fs.chmod(path, 0o444);
  }
  folders.delete(HOME);
  for (const folder of folders) fs.chmod(folder, 0o555);
}

/** `/dev/zero` and `/dev/full`, by their minor numbers: Emscripten has the other devices. */
const DEVICES = [
  ['/dev/zero', 5],
  ['/dev/full', 7],
] as const;

const OF_MEMORY = 1;
const FOR_ALL = 0o666;
const ENOSPC = 51;

/** What a Linux machine has that Emscripten's file system lacks. */
export function layMachine(fs: FileSystem): void {
  for (const [path, minor] of DEVICES) {
    const device = fs.makedev(OF_MEMORY, minor);
    fs.registerDevice(device, {
      read(_stream, bytes, at, length) {
        bytes.fill(0, at, at + length);
        return length;
      },
      write(_stream, _bytes, _at, length) {
        if (path === '/dev/full') throw new fs.ErrnoError(ENOSPC);
        return length;
      },
    });
    fs.mkdev(path, FOR_ALL, device);
  }
  const encoder = new TextEncoder();
  layFiles(
    fs,
    Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, encoder.encode(text)])),
  );
}

/** Who and what is there; `python/pwd.py`, `grp.py` and `hosts.py` say the same. */
const FILES = {
  '/etc/group': 'root:x:0:\nlearner:x:1000:\n',
  '/etc/hostname': 'localhost\n',
  '/etc/hosts': '127.0.0.1\tlocalhost\n::1\tlocalhost\n',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nlearner:x:1000:1000::/home/learner:/bin/sh\n',
};

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
