/** What is done to Emscripten's file system from outside: files are laid in, nodes are marked. */

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
}
