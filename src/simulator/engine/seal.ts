/**
 * The wall round a program, which is a stranger's: a shared link runs in the reader's browser, a file
 * on the author's machine. Python sees nothing of JavaScript (`narrow-proxies.ts`); but should it be
 * made to hand over JavaScript objects, it would have everything that Pyodide is made of, and its
 * memory can be written at will. So nothing is hidden here; instead there is nothing to find.
 *
 * - **Removed**, before the first line of Pyodide's runs: all that a worker's scope has beyond the
 *   language. Pyodide and Emscripten look in the scope for a network, files, storage, a process; they
 *   find none, take this for a bare shell, and can keep hold of nothing. Their clock, their randomness
 *   and the engine's own files come from us (`shell.ts`). Text is not evaluated as JavaScript.
 * - **Closed**, before the first line of the program's runs (`close-scope.ts`): what only booting
 *   needed is removed, the making of WebAssembly with it, and the language itself is frozen. Else a
 *   getter planted in `Object.prototype` would be handed what it isn't meant to see.
 * - **Given up**, where the platform can: Node takes away from the thread its files, processes,
 *   network and modules (`hosts/give-up.ts`).
 *
 * What keeps powers are the closures of the host's worker file and of the engine: they send messages
 * and read the engine's files. Nothing that they are made of can be reached or replaced.
 *
 * It keeps what is named here and removes the rest, so that what a browser invents next year is
 * removed as well.
 */

/** The language itself; `Function` and `eval` are replaced below. */
// biome-ignore format: a list of names reads best as a paragraph
const KEPT = new Set([
  'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean',
  'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array',
  'Infinity', 'Int16Array', 'Int32Array', 'Int8Array', 'Iterator', 'JSON', 'Map', 'Math', 'NaN',
  'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set',
  'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array',
  'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly', 'globalThis',
  'Function', 'eval',
  'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined',
  // Covered by ours a moment later.
  'TextDecoder', 'TextEncoder',
]);

/** @param scope a worker's global scope, of which everything else is lost. */
export function sealScope(scope: typeof globalThis): void {
  disableEvaluation(scope);
  for (let level: object | null = scope; level && level !== Object.prototype; ) {
    for (const name of Reflect.ownKeys(level)) {
      if (!KEPT.has(name as string) && name !== 'constructor') remove(level, name);
    }
    level = Object.getPrototypeOf(level);
  }
}

/** What cannot be deleted is covered; what can be neither is a constant without power. */
function remove(holder: object, name: string | symbol): void {
  if (Reflect.deleteProperty(holder, name)) return;
  Reflect.defineProperty(holder, name, { value: undefined });
}

/**
 * Every function leads to a constructor that makes functions of text. In its place stands one that
 * refuses; `instanceof Function` goes on to work.
 */
function disableEvaluation(scope: typeof globalThis): void {
  const refuse = () => {
    throw new EvalError('text is not evaluated as JavaScript here');
  };
  function StandIn() {
    refuse();
  }
  Object.defineProperty(StandIn, 'prototype', { value: Function.prototype });
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: StandIn });
  }
  Object.defineProperty(scope, 'Function', { value: StandIn, configurable: false });
  Object.defineProperty(scope, 'eval', { value: refuse, configurable: false });
}
