/**
 * The standard library's archive, read when a program imports what the memory image does not have.
 * Most programs never do, and it is half of what an engine would download.
 */

/** Where Pyodide has put an archive, and CPython looks for it. */
const ARCHIVE = '/lib/python314.zip';

/** Emscripten's number for an error of the device. */
const EIO = 29;

/** The little of Emscripten's file system that is used here. */
interface FileSystem {
  lookupPath(path: string): { readonly node: object };
  readonly ErrnoError: new (errno: number) => object;
}

/** Fetches a file, holding the thread until it is here. @throws where it can't be had. */
export type FetchNow = (url: string) => Uint8Array;

/**
 * Has the archive's file fetch itself at the first look into it. Where that fails, reading it fails
 * as it does on a broken disk, and is tried again the next time; `python/_loopscope/library.py`
 * makes an ImportError of it.
 */
export function leaveLibraryUntilNeeded(fs: FileSystem, url: string, fetchNow: FetchNow): void {
  let bytes: Uint8Array | null = null;
  const read = () => {
    try {
      bytes ??= fetchNow(url);
    } catch {
      throw new fs.ErrnoError(EIO);
    }
    return bytes;
  };
  Object.defineProperties(fs.lookupPath(ARCHIVE).node, {
    contents: { get: read },
    usedBytes: { get: () => read().length },
  });
}
