import { registerHooks } from 'node:module';

/** All that a worker thread may be permitted. */
const PERMISSIONS = ['fs', 'net', 'worker', 'child', 'addon', 'wasi', 'inspector', 'ffi'];

/**
 * Takes away from this thread, for good, what Node could do for it: files, network, processes, other
 * threads, native code, modules. A program finds no way to Node in a sealed scope; had it found one,
 * it would come to nothing.
 *
 * @param permission of a thread that was started with `--permission`.
 */
export function giveUp(permission: NodeJS.Process['permission']): void {
  for (const scope of PERMISSIONS) permission.drop(scope);
  registerHooks({
    resolve(specifier) {
      throw new Error(`no modules are loaded here, not even ${specifier}`);
    },
  });
}
