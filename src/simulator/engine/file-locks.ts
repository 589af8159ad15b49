/**
 * Locks on whole files (`flock(2)`), which Emscripten grants to everybody. A lock belongs to what was
 * opened, that is to all descriptors that are copies of one, and ends with the last of them.
 */

/** The little of Emscripten's file system that is used. */
export interface OpenFiles {
  /** By their numbers; what is closed leaves a gap. */
  readonly streams: readonly (Stream | null | undefined)[];
  close(stream: Stream): void;
}

interface Stream {
  /** The file itself, whatever its names. */
  readonly node: object;
  /** One and the same for all copies of a descriptor. */
  readonly shared: object;
}

/** `LOCK_SH`, `LOCK_EX` and `LOCK_UN`. */
const SHARED = 1;
const EXCLUSIVE = 2;

export class FileLocks {
  readonly #files: OpenFiles;
  /** Of each file that is locked: by what, and whether alone. */
  readonly #holders = new Map<object, Map<object, typeof SHARED | typeof EXCLUSIVE>>();
  readonly #waiting = new Map<object, (() => void)[]>();

  constructor(files: OpenFiles) {
    this.#files = files;
    const close = files.close.bind(files);
    files.close = (stream) => {
      close(stream);
      if (!files.streams.some((other) => other?.shared === stream.shared)) this.#unlock(stream);
    };
  }

  /** Takes a lock, or gives it back. False where others have one that is in its way. */
  lock(fd: number, kind: number): boolean {
    const stream = this.#files.streams[fd];
    if (!stream) return true;
    // As Linux does: to change a lock is to give it back first.
    this.#unlock(stream);
    if (kind !== SHARED && kind !== EXCLUSIVE) return true;
    const holders = this.#holders.get(stream.node) ?? new Map();
    const others = [...holders.values()];
    if (kind === EXCLUSIVE ? others.length > 0 : others.includes(EXCLUSIVE)) return false;
    this.#holders.set(stream.node, holders.set(stream.shared, kind));
    return true;
  }

  /** Calls `then`, once, when a lock on the file is given back. */
  onUnlock(fd: number, then: () => void): void {
    const node = this.#files.streams[fd]?.node;
    if (node) this.#waiting.set(node, [...(this.#waiting.get(node) ?? []), then]);
  }

  #unlock({ node, shared }: Stream): void {
    const holders = this.#holders.get(node);
    if (!holders?.delete(shared)) return;
    if (holders.size === 0) this.#holders.delete(node);
    const waiting = this.#waiting.get(node) ?? [];
    this.#waiting.delete(node);
    for (const then of waiting) then();
  }
}
