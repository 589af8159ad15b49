import { dedent } from './dedent.ts';

/**
 * Tries all ways that Python has into a JavaScript object, with every one that it can get hold of.
 * Prints how each that is found so was reached.
 */
export const GRASP = dedent(`
  import gc, types, warnings
  import _loopscope.kernel as kernel

  warnings.simplefilter("ignore")
  gc.unfreeze()
  JsProxy = next(kind for kind in type(kernel._bridge).__mro__ if kind.__name__ == "JsProxy")
  modules = {o.__name__: o for o in gc.get_objects() if isinstance(o, types.ModuleType)}
  core = modules["_pyodide_core"]
  NAMES = (
      "constructor", "__proto__", "prototype", "call", "apply", "bind", "length", "name", "then",
      "valueOf", "toString", "_api", "_module", "FS", "config", "globals", "globalThis", "message",
      "stack", "get", "has", "keys", "values", "next", "buffer", "scheduleCallback", "loadPackage",
  )

  def ways(holder):
      for name in (*NAMES, *holder_names):
          yield name, lambda: getattr(holder, name)
      for name in dir(type(holder)):
          if name in ("new", "to_py", "as_py_json", "as_object_map", "values", "keys", "items",
                      "object_entries", "object_keys", "object_values", "unwrap"):
              yield f"{name}()", lambda: getattr(holder, name)()
      yield "dir()", lambda: [getattr(holder, name) for name in dir(holder)]
      yield "iter()", lambda: list(holder)
      yield "[0]", lambda: holder[0]
      yield "['constructor']", lambda: holder["constructor"]
      # Calling what belongs to the simulator is no way to another object, and could end the run.
      if not any(holder == known for known in own):
          yield "call", lambda: holder()
          yield "call with it", lambda: holder(holder)

  holder_names = kernel._bridge.told.split()
  own = list(vars(kernel.recorder).values())
  waiting, seen = [], []

  def reach(value, path):
      if isinstance(value, JsProxy):
          if not any(value == each for each in seen):
              seen.append(value)
              waiting.append((value, path))
              if path:
                  print(path)
      elif isinstance(value, (list, tuple, dict, set)):
          for each in list(value.items() if isinstance(value, dict) else value):
              reach(each, path)

  def failing():
      try:
          kernel.recorder.exited("no status")
      except Exception as error:
          return error

  # Its functions are open: those that Python keeps are found below, as all that it holds.
  for name in ("nowNs", "settle", "exempt", "takeLongComputing", "park", "unpark", "schedule", "spawn",
               "kill", "abandon", "interruptAt", "markNode", "countStep", "polled", "turn", "discountFrames"):
      own.append(getattr(kernel._bridge, name))
  own.append(modules["pyodide.webloop"].scheduleCallback)
  roots = [*own, kernel._bridge.resumption, kernel._bridge.never, core.create_proxy(print)]
  roots += [core.create_once_callable(print), core.to_js([1, {}]), failing()]
  for each in gc.get_objects():
      for held in (each, *gc.get_referents(each)):
          if isinstance(held, JsProxy):
              roots.append(held)
  print(len(roots))
  for root in roots:
      reach(root, "")
  while waiting and len(seen) < 1_000:
      holder, path = waiting.pop()
      for way, go in ways(holder):
          try:
              found = go()
          except Exception:
              continue
          reach(found, f"{path or str(holder)[:40]} {way}")
  `);
