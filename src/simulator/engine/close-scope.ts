/** The second half of the wall; see `seal.ts`. */
import { FOR_BOOTING } from './shell.ts';

/** Removes from a sealed scope what booting needed, and freezes the rest, the language included. */
export function closeScope(scope: typeof globalThis): void {
  for (const name of FOR_BOOTING) Reflect.deleteProperty(scope, name);
  const { WebAssembly } = scope;
  const classes = Reflect.ownKeys(WebAssembly)
    .map((name) => Reflect.get(WebAssembly, name))
    .filter((each) => typeof each === 'function');
  Object.defineProperty(scope, 'WebAssembly', { value: leaveErrors(classes) });
  // In V8 a stack would say where on the machine our files are. Pyodide reads this as an empty one.
  Object.defineProperty(Error, 'prepareStackTrace', { value: () => '\n' });
  for (const prototype of ASSIGNED_TO) letHeirsDiffer(prototype);
  freezeAll([scope, ...madeBySyntax(), ...classes]);
}

/**
 * Programs bring no WebAssembly of their own. What is left is the errors, which Emscripten throws;
 * from the objects of other classes no way leads to their constructors.
 */
function leaveErrors(classes: readonly (new () => object)[]): object {
  const errors: Record<string, unknown> = {};
  for (const each of classes) {
    if (each.prototype instanceof Error) errors[each.name] = each;
    else if (each.prototype) Reflect.deleteProperty(each.prototype, 'constructor');
  }
  return errors;
}

/** What Emscripten and Pyodide assign to in objects that inherit it: `error.name = …`. */
const ASSIGNED_TO = [
  Object.prototype,
  Function.prototype,
  ...[Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    ({ prototype }) => prototype,
  ),
];

/**
 * Where a prototype's property is frozen, assigning to it in an heir fails, though the heir would
 * only get one of its own. As accessors that give the heir its own, both hold.
 */
function letHeirsDiffer(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, configurable } = Object.getOwnPropertyDescriptor(
      prototype,
      key,
    ) as PropertyDescriptor;
    if (!configurable || value === undefined) continue;
    Object.defineProperty(prototype, key, {
      get: () => value,
      set(this: object, own: unknown) {
        if (this === prototype) throw new TypeError('what all objects inherit is frozen');
        Object.defineProperty(this, key, {
          value: own,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}

/** Prototypes that no name leads to. */
function madeBySyntax(): object[] {
  const iterators = [[], new Map(), new Set(), ''].map((each) => each[Symbol.iterator]());
  return [
    ...iterators,
    'a'.matchAll(/a/g),
    async () => {},
    (function* () {})(),
    (async function* () {})(),
  ].map((each) => Object.getPrototypeOf(each));
}

/** Freezes what can be reached from `roots`. */
function freezeAll(roots: readonly object[]): void {
  const reached = new Set(roots);
  for (const holder of reached) {
    const reach = (value: unknown) => {
      if ((typeof value === 'object' && value) || typeof value === 'function') reached.add(value);
    };
    reach(Object.getPrototypeOf(holder));
    for (const key of Reflect.ownKeys(holder)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(
        holder,
        key,
      ) as PropertyDescriptor;
      for (const each of [value, get, set]) reach(each);
    }
  }
  for (const holder of reached) {
    if (holder === Error) freezeBut(holder, 'stackTraceLimit');
    else Object.freeze(holder);
  }
}

/** Pyodide writes to this one before it makes an error of Python's. */
function freezeBut(holder: object, writable: string): void {
  for (const key of Reflect.ownKeys(holder)) {
    const fixed = { configurable: false, ...(key !== writable && { writable: false }) };
    Object.defineProperty(holder, key, fixed);
  }
  Object.preventExtensions(holder);
}
