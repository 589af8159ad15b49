/**
 * Rewrites CPython's WebAssembly so that it looks for signals also within calls of C which may take for
 * ever: `sum(itertools.repeat(1))` asks an iterator for its next value, and nothing else happens. The
 * host learns by it how much has been computed (`engine/computing.ts`).
 *
 * - What gives an iterator's next value counts down, and looks for signals when it comes to nothing.
 *   CPython's own loops are ready for what may happen there: the iterator could be one in Python.
 * - Regular expressions look for signals by themselves; they say now that it is they.
 */
import {
  VALUES_PER_LOOK,
  WITHIN,
  WITHIN_EXPRESSION,
  WITHIN_ITERATION,
} from '../engine/signal-looks.ts';
import { type FunctionType, I32, type ModuleView, viewModule } from './module-view.ts';
import { nextFunctions } from './recursive-functions.ts';
import {
  append,
  concat,
  Reader,
  readSections,
  SECTION,
  signed,
  text,
  unsigned,
  writeModule,
} from './wasm-binary.ts';

/** @param module Pyodide's. Throws where it is not made as expected. */
export function askWithinCalls(module: Uint8Array): Uint8Array {
  const view = viewModule(module);
  const [within, left] = [view.globalCount, view.globalCount + 1];
  const lookInIteration = view.imported.functions + view.typeOf.length;
  const lookInExpression = lookInIteration + 1;
  const checkSignals = named(view, 'PyErr_CheckSignals');

  const bodies = [...view.bodies];
  const change = (index: number, by: (body: Uint8Array) => Uint8Array) => {
    const at = index - view.imported.functions;
    bodies[at] = by(bodies[at] as Uint8Array);
  };
  for (const index of givingNext(view)) {
    change(index, (body) => countDown(body, left, lookInIteration));
  }
  for (const index of functionsOfExpressions(view, checkSignals)) {
    change(index, (body) => replaceOnce(body, callOf(checkSignals), callOf(lookInExpression)));
  }
  // Not that one, which may collect garbage first.
  const looked = look(within, WITHIN_ITERATION, named(view, '_PyErr_CheckSignals'));
  bodies.push(looked, look(within, WITHIN_EXPRESSION, checkSignals));

  const type = Uint8Array.from(unsigned(typeOf(view, checkSignals)));
  const added: Record<number, readonly Uint8Array[]> = {
    [SECTION.function]: [type, type],
    [SECTION.global]: [changeable(0), changeable(VALUES_PER_LOOK)],
    [SECTION.export]: [Uint8Array.of(...text(WITHIN), GLOBAL, ...unsigned(within))],
  };
  const sections = readSections(module).map(({ id, content }) => {
    if (id !== SECTION.code) return { id, content: append(content, added[id] ?? []) };
    const all = bodies.flatMap((body) => [Uint8Array.from(unsigned(body.length)), body]);
    return { id, content: concat([Uint8Array.from(unsigned(bodies.length)), ...all]) };
  });
  return writeModule(module, sections);
}

/** Instructions. */
const IF = 0x04;
const END = 0x0b;
const RETURN = 0x0f;
const CALL = 0x10;
const GET_GLOBAL = 0x23;
const SET_GLOBAL = 0x24;
const CONSTANT = 0x41;
const IS_ZERO = 0x45;
const SUBTRACT = 0x6b;

const NOTHING = 0x40;
const CHANGEABLE = 1;
const GLOBAL = 3;

/** `(++state->sigcount) & 0xfff`, in `MAYBE_CHECK_SIGNALS` of Modules/_sre/sre_lib.h. */
const EVERY_4096 = Buffer.from([CONSTANT, ...signed(0xfff), 0x71]);

/** What takes an iterator and gives an object, or none. */
function givingNext(view: ModuleView): number[] {
  return [...new Set(nextFunctions(view))].filter((index) => {
    const { parameters, results } = view.types[typeOf(view, index)] as FunctionType;
    return [parameters, results].every((words) => words.length === 1 && words[0] === I32);
  });
}

/** One for each width of characters. */
function functionsOfExpressions({ bodies, imported }: ModuleView, checkSignals: number): number[] {
  const found = [...bodies.keys()].filter((i) => {
    const body = bufferOf(bodies[i] as Uint8Array);
    return body.includes(EVERY_4096) && body.includes(callOf(checkSignals));
  });
  if (found.length !== 3) {
    throw new Error(`expected three functions that match expressions, found ${found.length}`);
  }
  return found.map((i) => imported.functions + i);
}

/** Where a signal's handler raises, there is no next value, and that is why. */
function countDown(body: Uint8Array, left: number, look: number): Uint8Array {
  const reader = new Reader(body);
  reader.vector((each) => [each.unsigned(), each.byte()]);
  const counting = [
    ...[GET_GLOBAL, ...unsigned(left), CONSTANT, 1, SUBTRACT, SET_GLOBAL, ...unsigned(left)],
    ...[GET_GLOBAL, ...unsigned(left), IS_ZERO, IF, NOTHING],
    ...[CONSTANT, ...signed(VALUES_PER_LOOK), SET_GLOBAL, ...unsigned(left)],
    ...[...callOf(look), IF, NOTHING, CONSTANT, 0, RETURN, END],
    END,
  ];
  return concat([body.subarray(0, reader.at), Uint8Array.from(counting), body.subarray(reader.at)]);
}

function look(within: number, what: number, check: number): Uint8Array {
  return Uint8Array.of(
    0,
    ...[CONSTANT, what, SET_GLOBAL, ...unsigned(within)],
    ...[...callOf(check), END],
  );
}

function changeable(value: number): Uint8Array {
  return Uint8Array.of(I32, CHANGEABLE, CONSTANT, ...signed(value), END);
}

function callOf(index: number): Buffer {
  return Buffer.from([CALL, ...unsigned(index)]);
}

function replaceOnce(body: Uint8Array, before: Buffer, after: Buffer): Uint8Array {
  const code = bufferOf(body);
  const at = code.indexOf(before);
  if (at < 0 || code.includes(before, at + 1)) {
    throw new Error('expected an expression to look for signals in one place');
  }
  return concat([code.subarray(0, at), after, code.subarray(at + before.length)]);
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function named({ functionNamed }: ModuleView, name: string): number {
  const index = functionNamed.get(name);
  if (index === undefined) throw new Error(`expected CPython to export ${name}`);
  return index;
}

function typeOf({ typeOf: types, imported }: ModuleView, index: number): number {
  return types[index - imported.functions] as number;
}
