/** What can be seen of a WebAssembly module that C was compiled to, on one memory and one table. */
import { Reader, readSections, SECTION } from './wasm-binary.ts';

export interface FunctionType {
  readonly parameters: Uint8Array;
  readonly results: Uint8Array;
}

export interface ModuleView {
  readonly types: readonly FunctionType[];
  /** How many functions and globals are not its own; those have the lowest indices. */
  readonly imported: { readonly functions: number; readonly globals: number };
  /** Of each function of its own, its type and its body. */
  readonly typeOf: readonly number[];
  readonly bodies: readonly Uint8Array[];
  readonly globalCount: number;
  readonly tableCount: number;
  readonly functionNamed: ReadonlyMap<string, number>;
  readonly globalNamed: ReadonlyMap<string, number>;
  /** Where C's variables lie in memory, those that have a name. */
  readonly addressNamed: ReadonlyMap<string, number>;
  /** Functions by what C's pointers to them are. */
  readonly pointedAt: readonly number[];
  /** The memory as it is before anything runs. */
  readonly memory: DataView;
}

export const I32 = 0x7f;
const FUNCTION_TYPE = 0x60;
const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const HAS_MAXIMUM = 1;

/** Throws where the module has something that Pyodide's has not. */
export function viewModule(module: Uint8Array): ModuleView {
  const sections = readSections(module);
  const section = (id: number) => {
    const found = sections.find((each) => each.id === id);
    if (!found) throw new Error(`expected a module with a section ${id}, found none`);
    return new Reader(found.content);
  };
  const types = section(SECTION.type).vector((reader) => {
    expectByte(reader, FUNCTION_TYPE);
    const parameters = reader.bytes(reader.unsigned());
    return { parameters, results: reader.bytes(reader.unsigned()) };
  });
  const kinds = section(SECTION.import).vector(readImport);
  const imported = {
    functions: kinds.filter((kind) => kind === KIND.function).length,
    globals: kinds.filter((kind) => kind === KIND.global).length,
  };
  const globals = section(SECTION.global).vector((reader) => {
    reader.bytes(2);
    return readConstant(reader);
  });
  const exports = section(SECTION.export).vector((reader) => ({
    name: reader.text(),
    kind: reader.byte(),
    index: reader.unsigned(),
  }));
  const named = (kind: number) =>
    new Map(exports.filter((each) => each.kind === kind).map(({ name, index }) => [name, index]));
  const globalNamed = named(KIND.global);
  return {
    types,
    imported,
    typeOf: section(SECTION.function).vector((reader) => reader.unsigned()),
    bodies: section(SECTION.code).vector((reader) => reader.bytes(reader.unsigned())),
    globalCount: imported.globals + globals.length,
    tableCount: section(SECTION.table).unsigned(),
    functionNamed: named(KIND.function),
    globalNamed,
    addressNamed: new Map(
      [...globalNamed].map(([name, index]) => [name, globals[index - imported.globals] ?? 0]),
    ),
    pointedAt: readElements(section(SECTION.element)),
    memory: readMemory(section(SECTION.data)),
  };
}

function readImport(reader: Reader): number {
  reader.text();
  reader.text();
  const kind = reader.byte();
  if (kind === KIND.function) reader.unsigned();
  else if (kind === KIND.global) reader.bytes(2);
  else if (kind === KIND.tag) {
    reader.byte();
    reader.unsigned();
  } else {
    if (kind === KIND.table) reader.byte();
    const flags = reader.byte();
    reader.unsigned();
    if (flags & HAS_MAXIMUM) reader.unsigned();
  }
  return kind;
}

/** `i32.const`, `i64.const`, `global.get` or `ref.null`. */
function readConstant(reader: Reader): number {
  const operation = reader.byte();
  const value = operation === 0x23 ? reader.unsigned() : reader.signed();
  if (![0x41, 0x42, 0x23, 0xd0].includes(operation)) {
    throw new Error(`expected a constant, found the operation ${operation}`);
  }
  expectByte(reader, END);
  return value;
}

const END = 0x0b;

/** One segment, for the first table. */
function readElements(reader: Reader): number[] {
  const segments = reader.unsigned();
  if (segments !== 1) throw new Error(`expected one segment of elements, found ${segments}`);
  expectByte(reader, 0);
  const first = readConstant(reader);
  return [...Array<number>(first).fill(-1), ...reader.vector((each) => each.unsigned())];
}

function readMemory(reader: Reader): DataView {
  const segments = reader.vector((each) => {
    expectByte(each, 0);
    return { at: readConstant(each), bytes: each.bytes(each.unsigned()) };
  });
  const end = Math.max(...segments.map(({ at, bytes }) => at + bytes.length));
  const memory = new Uint8Array(end);
  for (const { at, bytes } of segments) memory.set(bytes, at);
  return new DataView(memory.buffer);
}

function expectByte(reader: Reader, expected: number): void {
  const found = reader.byte();
  if (found !== expected) {
    throw new Error(`expected byte ${expected} at ${reader.at - 1}, found ${found}`);
  }
}
