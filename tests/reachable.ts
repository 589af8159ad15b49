/**
 * A program that walks through every JavaScript object it can get hold of, and what is judged of
 * each: the wall holds where all of them are the language's own, CPython's, or made by known files.
 */
import { FIND_PYODIDE } from './break-outs.ts';
import { dedent } from './dedent.ts';

/** One object or function, as the program describes it. */
interface Reached {
  /** How it was reached: the names of properties. */
  readonly path: string;
  /** What `Object.prototype.toString` says. */
  readonly tag: string;
  /** A function's name and text. */
  readonly name?: string;
  readonly text?: string;
}

/** More than any program prints, computes or is given, for one that prints as much. */
export const WALKING_LIMITS = { realTimeMs: 60_000, outputChars: 1e9, virtualTimeNs: 1e15 };

/** Begins at what Pyodide is made of and at all that CPython holds; prints each object as JSON. */
export const WALK =
  FIND_PYODIDE +
  dedent(`
  import json

  to_string = Object.prototype.toString
  text_of = Function.toString
  list_of = getattr(Object.keys(Object).constructor, "from")
  # Empty objects by which Pyodide knows that a call has failed.
  MARKERS = ("novalue", "error")
  seen, waiting = api.errorConstructors.constructor.new(), []
  seen.set(seen, True)

  def reach(value, path):
      if hasattr(value, "js_id") and not seen.has(value):
          seen.set(value, True)
          waiting.append((value, path))

  def visit(holder, path):
      tag = to_string.call(holder)
      reached = {"path": path, "tag": tag}
      if holder.typeof == "function":
          named = Object.getOwnPropertyDescriptor(holder, "name")
          reached |= {"name": str(getattr(named, "value", "")), "text": text_of.call(holder)}
      print(json.dumps(reached))
      reach(Object.getPrototypeOf(holder), path + ".__proto__")
      # Of bytes there are millions; what imitates Python's objects breaks when it is looked into.
      if tag.endswith("Array]") and tag != "[object Array]" or tag == "[object PyProxy]":
          return
      for key in (*Object.getOwnPropertyNames(holder), *Object.getOwnPropertySymbols(holder)):
          if key in MARKERS:
              continue
          name = f"{path}.{key if isinstance(key, str) else str(key.description)}"
          described = Object.getOwnPropertyDescriptor(holder, key)
          reach(key, name)
          for get in (
              lambda: described.value,
              lambda: described.get,
              lambda: described.set,
              lambda: described.get.call(holder),
          ):
              try:
                  reach(get(), name)
              except Exception:
                  pass
      if tag in ("[object Map]", "[object Set]"):
          try:
              entries = list_of(holder)
          except Exception:  # their prototypes have none
              return
          for number, entry in enumerate(entries):
              reach(entry, f"{path}[{number}]")

  def begin(function, path):
      for number in range(100_000):
          try:
              reach(function(number), f"{path}[{number}]")
          except Exception:
              return

  asyncio._set_running_loop(web_loop())
  begin(module.__hiwire_get, "held")
  begin(module.wasmTable.get, "table")
  for name, root in {"pyodide": pyodide, "api": api, "module": module, "bridge": bridge}.items():
      reach(root, name)
  try:
      bridge.turn.apply(1, 1)
  except Exception as error:
      reach(error, "error")
  while waiting:
      visit(*waiting.pop())
  asyncio._set_running_loop(None)
  `);

/** What `Object.prototype.toString` says of the language's own objects. */
const OWN_TAGS =
  /^\[object (Object|Function|Array|Error|Boolean|Number|String|Symbol|Date|RegExp|Map|Set|Promise|AsyncFunction|GeneratorFunction|AsyncGeneratorFunction|Generator|AsyncGenerator|\w+ Iterator|Iterator|\w+Array|ArrayBuffer|SharedArrayBuffer|DataView|WeakMap|WeakSet|WeakRef|FinalizationRegistry|BigInt|WebAssembly\.\w+|PyProxy|TextEncoder|TextDecoder)\]$/;

/** What the text of a function is that is not written in JavaScript. */
const NATIVE = /^function[^{}]*\{\s*\[native code\]\s*\}$/;

/** Pyodide's own, bound to what they belong to: such a function doesn't show its text. */
// biome-ignore format: a list of names reads best as a paragraph
const BOUND = new Set([
  'loadPackage', 'install', 'loadDynlib', 'flushBuffers', 'stdin', 'batched', 'log', 'error',
]);

/** The exports of a module of WebAssembly are named by numbers. */
const OF_CPYTHON = /^\d+$/;

/**
 * What of {@link WALK}'s lines can't be accounted for.
 *
 * @param texts of all files whose functions may be met.
 */
export function findWaysOut(lines: readonly string[], texts: readonly string[]): Reached[] {
  const natives = nativeNames();
  return lines
    .map((line) => JSON.parse(line) as Reached)
    .filter((each) => !isKnown(each, texts, natives));
}

function isKnown(
  { tag, name = '', text }: Reached,
  texts: readonly string[],
  natives: ReadonlySet<string>,
): boolean {
  if (!OWN_TAGS.test(tag)) return false;
  if (text === undefined) return true;
  if (!NATIVE.test(text)) return texts.some((each) => each.includes(text));
  if (name.startsWith('bound ')) return BOUND.has(name.slice('bound '.length));
  return OF_CPYTHON.test(name) || natives.has(name.replace(/^[gs]et /, ''));
}

/** The names of the language's own functions, but for those that the wall takes away. */
function nativeNames(): ReadonlySet<string> {
  // Nameless ones, a proxy round a class of Pyodide's, and what browsers have before Node.
  const names = new Set(['', 'LiteralMap', 'zip', 'zipKeyed']);
  const reached = new Set<object>([
    ...LANGUAGE.map((name) => Reflect.get(globalThis, name) as object),
    ...[async () => {}, function* () {}, async function* () {}],
    ...[[], new Map(), new Set(), ''].map((each) => each[Symbol.iterator]()),
    'a'.matchAll(/a/g),
  ]);
  for (const holder of reached) {
    const reach = (value: unknown) => {
      if ((typeof value === 'object' && value) || typeof value === 'function') reached.add(value);
    };
    if (typeof holder === 'function') names.add(holder.name.replace(/^[gs]et /, ''));
    reach(Object.getPrototypeOf(holder));
    for (const key of Reflect.ownKeys(holder)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(
        holder,
        key,
      ) as PropertyDescriptor;
      for (const each of [value, get, set]) reach(each);
    }
  }
  for (const name of TAKEN_AWAY) names.delete(name);
  return names;
}

// biome-ignore format: a list of names reads best as a paragraph
const LANGUAGE = [
  'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean',
  'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array',
  'Int16Array', 'Int32Array', 'Int8Array', 'Iterator', 'JSON', 'Map', 'Math', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set',
  'SharedArrayBuffer', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array',
  'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly',
];

// biome-ignore format: a list of names reads best as a paragraph
const TAKEN_AWAY = [
  'Function', 'AsyncFunction', 'GeneratorFunction', 'AsyncGeneratorFunction', 'eval',
  'Module', 'Instance', 'Memory', 'Table', 'compile', 'instantiate', 'compileStreaming', 'instantiateStreaming',
];
