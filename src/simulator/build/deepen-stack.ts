/**
 * Rewrites CPython's WebAssembly so that its stack is as deep as on Linux.
 *
 * There are two stacks: the one in linear memory (10 MB), by which CPython's guard measures how deep
 * it is, and the browser's own (1 MB), which CPython can't see and which is full long before. So
 * every function by which CPython may recurse is given a prologue that
 *
 * - takes from the stack in memory in proportion to what a call takes from the browser's: so the
 *   guard measures what is really used, and finds the same on every machine;
 * - goes on upon a further stack of the browser's (`engine/stack-segments.ts`) when a fixed part of
 *   the one in memory has been used on this one. A program can't tell where that is.
 *
 * The function itself moves to the end of the module, and its place is taken by the prologue: no
 * index changes, so nothing else need be rewritten.
 */
import { type ModuleView, viewModule } from './module-view.ts';
import { findRecursive } from './recursive-functions.ts';
import { EXPORTED, type Moved, StackCode } from './stack-code.ts';
import {
  append,
  concat,
  readSections,
  SECTION,
  text,
  unsigned,
  writeModule,
} from './wasm-binary.ts';

/** A thread's stack begins with one of these. */
const ENTRIES = ['_pyproxy_apply_promising', 'run_main_promising'];

/** @param module Pyodide's. Throws where it is not made as expected. */
export function deepenStack(module: Uint8Array): Uint8Array {
  const view = viewModule(module);
  const recursive = findRecursive(view);
  const entries = ENTRIES.map((name) => view.functionNamed.get(name) ?? -1);
  const moved = [...recursive, ...entries].map((index, i) => move(view, index, i));
  const code = new StackCode(view, moved.slice(0, recursive.length));

  const bodies = [...view.bodies];
  for (const [i, each] of moved.entries()) {
    const body = i < recursive.length ? code.recursion(each) : code.entry(each);
    bodies[each.index - view.imported.functions] = body;
  }
  const run = view.imported.functions + view.typeOf.length + moved.length;
  const added: Record<number, readonly Uint8Array[]> = {
    [SECTION.type]: code.types,
    [SECTION.function]: [...moved.map(({ type }) => type), code.runType].map(index),
    [SECTION.table]: [code.table],
    [SECTION.global]: code.globals,
    [SECTION.export]: [
      exported(EXPORTED.limit, GLOBAL, code.limit),
      exported(EXPORTED.floor, GLOBAL, code.floor),
      exported(EXPORTED.finished, GLOBAL, code.finished),
      exported(EXPORTED.result, GLOBAL, code.result),
      exported(EXPORTED.table, TABLE, view.tableCount),
      exported(EXPORTED.run, FUNCTION, run),
    ],
    [SECTION.element]: [code.elements],
  };
  const sections = readSections(module).map(({ id, content }) => {
    if (id === SECTION.code) {
      const all = [...bodies, ...moved.map(({ body }) => body), code.run].flatMap(withLength);
      return { id, content: concat([index(all.length / 2), ...all]) };
    }
    return { id, content: append(content, added[id] ?? []) };
  });
  return writeModule(module, sections);
}

const FUNCTION = 0;
const TABLE = 1;
const GLOBAL = 3;

function move({ imported, typeOf, types, bodies }: ModuleView, from: number, i: number): Moved {
  const type = typeOf[from - imported.functions];
  const body = bodies[from - imported.functions];
  const { parameters, results } = types[type ?? -1] ?? {};
  if (type === undefined || !body || !parameters || !results) {
    throw new Error(`expected a function of CPython's, found ${from}`);
  }
  const to = imported.functions + typeOf.length + i;
  return { index: from, to, type, parameters: parameters.length, results: results.length, body };
}

function index(value: number): Uint8Array {
  return Uint8Array.from(unsigned(value));
}

function exported(name: string, kind: number, value: number): Uint8Array {
  return Uint8Array.of(...text(name), kind, ...unsigned(value));
}

function withLength(body: Uint8Array): Uint8Array[] {
  return [index(body.length), body];
}
