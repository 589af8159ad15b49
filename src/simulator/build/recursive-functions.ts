/** Finds the functions by which CPython recurses, in its WebAssembly. */
import { I32, type ModuleView } from './module-view.ts';
import { unsigned } from './wasm-binary.ts';

/** What CPython's own guard consists of. Whoever calls one of these may be part of a recursion. */
const GUARDS = [
  '_Py_CheckRecursiveCall',
  '_Py_ReachedRecursionLimitWithMargin',
  'Py_EnterRecursiveCall',
];

/** Parts of a recursion that have the guard built in, or none. */
const OTHERS = ['_PyEval_EvalFrameDefault', '_Py_Dealloc', 'PyObject_Hash'];

/** The guards measure where they are; further down they would measure something else. */
const EXCEPTED = [...GUARDS, '_Py_EnterRecursiveCallUnchecked'];

/** `offsetof(PyTypeObject, tp_iternext)` for wasm32. */
const NEXT_OF_TYPE = 112;

/** `Py_tp_iternext` in a `PyType_Slot`, which is two words: its number and a pointer. */
const NEXT_SLOT = 63;

/**
 * Those that call a guard or themselves, those that call through a pointer, as all do that know only
 * that they have an object, and those that give an iterator's next value. So one is in every circle of
 * calls: `map` in `map`, or a mapping's proxy of a mapping's proxy, has no guard at all. Many that never
 * recurse are among them; they lose nothing by it.
 *
 * @returns their indices, the lowest first. Only such as take and give plain words.
 */
export function findRecursive(module: ModuleView): number[] {
  const found = new Set<number>();
  const { bodies, imported, functionNamed } = module;
  const named = (name: string) => {
    const index = functionNamed.get(name);
    if (index === undefined) throw new Error(`expected CPython to export ${name}`);
    return index;
  };
  const guards = GUARDS.map((name) => callOf(named(name)));
  const throughPointers = module.types.map((_, type) => callThroughPointer(type));
  for (const [i, body] of bodies.entries()) {
    const code = Buffer.from(body.buffer, body.byteOffset, body.length);
    const index = imported.functions + i;
    const calls = [...guards, callOf(index), ...throughPointers];
    if (calls.some((call) => code.includes(call))) found.add(index);
  }
  for (const name of OTHERS) found.add(named(name));
  for (const index of nextFunctions(module)) found.add(index);
  for (const name of EXCEPTED) found.delete(functionNamed.get(name) ?? -1);
  return [...found].filter((index) => takesWords(module, index)).sort((a, b) => a - b);
}

/** The instruction that calls a function. */
function callOf(index: number): Buffer {
  return Buffer.from([0x10, ...unsigned(index)]);
}

/** The instruction that calls what a pointer to a function of a type leads to. */
function callThroughPointer(type: number): Buffer {
  return Buffer.from([0x11, ...unsigned(type), 0]);
}

/** Of static types, and of those that are made from a list of slots. */
export function* nextFunctions({ addressNamed, memory, pointedAt, imported }: ModuleView) {
  const pointers: number[] = [];
  for (const [name, address] of addressNamed) {
    if (!/^_?Py\w+_Type$/.test(name)) continue;
    pointers.push(memory.getUint32(address + NEXT_OF_TYPE, true));
  }
  for (let at = 0; at + 8 <= memory.byteLength; at += 4) {
    if (memory.getUint32(at, true) === NEXT_SLOT) pointers.push(memory.getUint32(at + 4, true));
  }
  for (const pointer of pointers) {
    const index = pointedAt[pointer] ?? -1;
    if (index >= imported.functions) yield index;
  }
}

function takesWords({ types, typeOf, imported }: ModuleView, index: number): boolean {
  const type = types[typeOf[index - imported.functions] as number];
  if (!type || type.results.length > 1) return false;
  return [...type.parameters, ...type.results].every((each) => each === I32);
}
