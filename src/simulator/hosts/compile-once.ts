/** CPython's WebAssembly, or nothing where it could not be had: then each engine tries by itself. */
export type Compiling = Promise<WebAssembly.Module | undefined>;

const modules = new Map<string, Compiling>();

/**
 * Compiles the engine in `folderUrl` at the first call, and answers with the same module ever after.
 * Engines that share a module share the machine code that is made for it, so that the second one is
 * ready sooner and quick from its first step.
 */
export function compileOnce(
  folderUrl: string,
  compile: () => Promise<WebAssembly.Module>,
): Compiling {
  const known = modules.get(folderUrl);
  if (known) return known;
  // Not called here and now: where a browser cannot compile as it loads, that throws.
  const compiling = Promise.resolve()
    .then(compile)
    .catch(() => {
      modules.delete(folderUrl);
      return undefined;
    });
  modules.set(folderUrl, compiling);
  return compiling;
}
