/**
 * The way to what WebAssembly modules import: Emscripten's functions, before the module is made.
 * The scope is a worker's own, and CPython is the one module in it that matters.
 */
export type Imports = Record<string, Record<string, unknown> | undefined>;
export type Call = (...words: never[]) => unknown;
export type Calls = Record<string, Call>;
type MemoryOf = () => WebAssembly.Memory;
type Instantiate = (source: unknown, imports?: Imports) => Promise<InstantiatedSource>;
interface InstantiatedSource {
  readonly instance: WebAssembly.Instance;
  readonly module?: WebAssembly.Module;
}

/** What is done about one module. */
interface Interception {
  /** Taken instead of what was to be compiled. */
  readonly compiled?: WebAssembly.Module | undefined;
  /** Called when the module is in memory, before its user hears of it. */
  readonly onInstance?: ((instance: WebAssembly.Instance) => void) | undefined;
}

/**
 * Has `change` look at the imports of every module made from now on.
 *
 * @param change `memoryOf` gives the module's memory, once it runs. Answers `undefined` for a module
 *   that is none of its business.
 */
export function interceptImports(
  scope: typeof globalThis,
  change: (imports: Imports, memoryOf: MemoryOf) => Interception | undefined,
): void {
  const assembly = scope.WebAssembly as unknown as Record<string, Instantiate>;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = assembly[name]?.bind(assembly);
    if (!original) continue;
    assembly[name] = async (source, imports) => {
      let memory: WebAssembly.Memory | null = null;
      const { compiled, onInstance } =
        (imports &&
          change(imports, () => {
            if (!memory) throw new Error('a module asked for its memory before it had one');
            return memory;
          })) ??
        {};
      const result = compiled
        ? { module: compiled, instance: new WebAssembly.Instance(compiled, imports as never) }
        : await original(source, imports);
      memory = result.instance?.exports['memory'] as WebAssembly.Memory;
      onInstance?.(result.instance);
      return result;
    };
  }
}
