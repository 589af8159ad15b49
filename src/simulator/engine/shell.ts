/**
 * What Pyodide finds in a sealed scope: a bare shell, in which it knows how to live. It asks for the
 * few things that it can't do without, and gets those of ours.
 */

/** Where Pyodide believes that its files are; nobody is to learn where they really are. */
export const SHELL_FOLDER = '/engine/';

export interface Shell {
  /** One of the engine's files, by its name. */
  readFile(name: string): Uint8Array;
  /** Bytes for who asks for random ones. */
  fillRandomly(bytes: Uint8Array): void;
}

/**
 * Furnishes the scope for booting. What only booting needs is configurable, so that closing the
 * scope removes it.
 */
export function furnishShell(scope: typeof globalThis, { readFile, fillRandomly }: Shell): void {
  const put = (name: string, value: unknown) =>
    Object.defineProperty(scope, name, { value, configurable: true });
  // What the engine has to say goes into the trace, never into the page's console.
  put('console', { debug() {}, error() {}, info() {}, log() {}, trace() {}, warn() {} });
  put('performance', {});
  put('crypto', {
    getRandomValues(view: ArrayBufferView) {
      fillRandomly(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
      return view;
    },
  });
  put('TextDecoder', decoderOf(scope.TextDecoder));
  put('TextEncoder', encoderOf(scope.TextEncoder));
  // Pyodide waits for a moment before it begins a stack; to leave the one it is on is enough.
  put('setTimeout', (callback: () => void) => {
    if (typeof callback !== 'function') throw new TypeError('expected what is to be called');
    Promise.resolve().then(() => callback());
  });
  put('clearTimeout', () => {});
  put('readbuffer', (path: string) => readFile(path.slice(path.lastIndexOf('/') + 1)));
  // By these Pyodide knows a shell; it calls neither.
  put('read', () => {});
  put('load', () => {});
  // Emscripten is to take its randomness from `crypto`, as in a worker.
  put('WorkerGlobalScope', true);
}

/** The platform's own would lead into the platform: Node's is made of buffers and inspection. */
function decoderOf(Original: typeof TextDecoder) {
  return class {
    readonly #original;
    constructor(label?: string, options?: TextDecoderOptions) {
      this.#original = new Original(label, options);
    }
    decode(bytes?: BufferSource): string {
      return this.#original.decode(bytes);
    }
  };
}

function encoderOf(Original: typeof TextEncoder) {
  const original = new Original();
  return class {
    encode(text?: string): Uint8Array {
      return original.encode(text);
    }
    encodeInto(text: string, bytes: Uint8Array): object {
      return original.encodeInto(text, bytes);
    }
  };
}

/** Names that are gone once Python has started. */
export const FOR_BOOTING = ['readbuffer', 'read', 'load', 'WorkerGlobalScope'] as const;
