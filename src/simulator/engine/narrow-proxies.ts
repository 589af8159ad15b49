/**
 * What Python may do with objects of JavaScript's: call the functions of the bridge, and wait for its
 * promises. Whatever else it gets hold of has no properties, can't be called and holds nothing, as
 * seen from Python.
 *
 * Pyodide asks JavaScript through imports of CPython's module. Each has the object that it is about
 * as its first argument, and is given an empty one instead, or none. The wall (`seal.ts`) stands behind this
 * and holds without it; but no wall keeps a program from filling JavaScript's memory.
 */
import { interceptImports } from './wasm-imports.ts';

/** From its call on, all but the bridge and `others` is closed. Before it, all is open. */
export type OpenOnly = (bridge: object, others: readonly object[]) => void;

type Import = (subject: unknown, ...rest: unknown[]) => unknown;

export function narrowProxies(scope: typeof globalThis): OpenOnly {
  let bridge: object | null = null;
  const ours = new WeakSet<object>();
  const isOurs = (value: unknown) => ours.has(value as object);
  const open: Record<string, (subject: unknown) => boolean> = {
    JsProxy_GetAttr_js: (subject) => subject === bridge,
    JsProxy_SetAttr_js: isOurs,
    JsvFunction_CallBound: isOurs,
    // An error that a function of ours throws is to be one of Python's.
    JsProxy_compute_typeflags: (subject) => isOurs(subject) || subject instanceof Error,
  };
  interceptImports(scope, ({ env }) => {
    if (!env) return undefined;
    const narrow = (name: string, isOpen: (subject: unknown) => boolean) => {
      const original = env[name] as Import;
      const instead = ASKS.test(name) ? NOTHING : undefined;
      env[name] = (subject: unknown, second: unknown, third: unknown) => {
        if (!bridge) return original(subject, second, third);
        if (!isOpen(subject)) return original(instead, second, third);
        const answer = original(subject, second, third);
        // What ours hand over is ours.
        if (typeof answer === 'object' && answer) ours.add(answer);
        return answer;
      };
    };
    for (const name of Object.keys(env)) {
      if (ABOUT_AN_OBJECT.test(name)) narrow(name, open[name] ?? (() => false));
    }
    const push = env['JsvArray_Push'] as (array: unknown[], value: unknown) => number;
    if (push) {
      env['JsvArray_Push'] = (array: unknown[], value: unknown) =>
        array.length < MOST_ENTRIES ? push(array, value) : array.length;
    }
    return undefined;
  });
  return (theBridge, others) => {
    for (const each of [theBridge, ...functionsOf(theBridge), ...others]) ours.add(each);
    bridge = Object.freeze(Object.setPrototypeOf(theBridge, null));
  };
}

/** Of the imports, those that tell Python something of an object, or do something to it. */
const ABOUT_AN_OBJECT =
  /^(Js(Proxy|ObjMap|Map|Array|Buffer|Module|DoubleProxy)_|JsvFunction_C(allBound|onstruct)|JsvObject_(Entries|Keys|Values)|js2python_convert$)/;

/** Of these, those that ask without a fault what there is. The others fail, of nothing at all. */
const ASKS = /GetAttr|typeflags|Bool/;

const NOTHING = Object.freeze(Object.create(null));

/** Of a list that Python hands over; a larger one could be more than JavaScript can hold. */
const MOST_ENTRIES = 100_000;

function functionsOf(bridge: object): object[] {
  return Object.values(Object.getOwnPropertyDescriptors(bridge))
    .map(({ value }) => value)
    .filter((value) => typeof value === 'function');
}
