/**
 * Keeps CPython away from Emscripten's own sockets, which would open a WebSocket or end the
 * interpreter. The network that programs see is `python/_loopscope/network`; should anything get
 * past it, the system has no sockets to give.
 */

type Imports = { env?: Record<string, unknown> } | undefined;
type Instantiate = (source: unknown, imports: Imports) => Promise<unknown>;

/** EAFNOSUPPORT, as Emscripten numbers it. */
const ADDRESS_FAMILY_NOT_SUPPORTED = -5;

/** Every module instantiated from now on is refused the calls that make a socket. */
export function refuseSystemSockets(scope: typeof globalThis): void {
  const assembly = scope.WebAssembly as unknown as Record<string, Instantiate>;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = assembly[name];
    if (!original) continue;
    assembly[name] = (source, imports) => {
      const env = imports?.env ?? {};
      for (const call of ['__syscall_socket', '__syscall_socketpair']) {
        if (call in env) env[call] = () => ADDRESS_FAMILY_NOT_SUPPORTED;
      }
      return original.call(assembly, source, imports);
    };
  }
}
