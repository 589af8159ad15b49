/**
 * Takes away from a worker's global scope everything that a program could use to reach out of it:
 * network, storage, other workers, other tabs, the evaluation of text as JavaScript. A shared link
 * runs a stranger's code, and Python can be made to hand over JavaScript objects; so what protects
 * the reader is that there is nothing left to find.
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
  // What Emscripten's JavaScript uses while a program runs, and what harms nobody.
  'TextDecoder', 'TextEncoder', 'performance', 'crypto', 'queueMicrotask', 'console',
  'MessageChannel', 'clearTimeout', 'setImmediate', 'setTimeout',
]);

/** @param scope a worker's global scope, of which everything else is lost. */
export function sealScope(scope: typeof globalThis): void {
  disableEvaluation(scope);
  Object.defineProperty(scope, 'console', { value: SILENT_CONSOLE });
  for (let level: object | null = scope; level && level !== Object.prototype; ) {
    for (const name of Reflect.ownKeys(level)) {
      if (typeof name === 'string' && !KEPT.has(name) && name !== 'constructor')
        remove(level, name);
    }
    level = Object.getPrototypeOf(level);
  }
}

/** What the engine has to say goes into the recording, never into the page's console. */
const SILENT_CONSOLE = Object.fromEntries(
  ['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => [name, () => {}]),
);

/** What cannot be deleted is covered; what can be neither is a constant without power. */
function remove(holder: object, name: string): void {
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
  // In a browser a timer's callback may be a text as well.
  const { setTimeout } = scope;
  const guarded = (callback: unknown, ...rest: []) =>
    typeof callback === 'function' ? setTimeout(callback as () => void, ...rest) : refuse();
  Object.defineProperty(scope, 'setTimeout', { value: guarded, configurable: false });
}
