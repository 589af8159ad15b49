/**
 * A child `python` has its interpreter for itself: what it changes there is its own.
 *
 * What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy } from './run-python.ts';

const code = (text: string) => JSON.stringify(dedent(text).trim());

/** Runs `body` once the child has done `change` and waits for a line, then lets it end, and again. */
const beside = (change: string, look: string) => `
import asyncio, subprocess, sys

def look():
${dedent(look).replace(/^/gm, '    ')}

change = ${code(change)} + "\\nprint(flush=True)\\ninput()"
child = subprocess.Popen([sys.executable, "-c", change], stdin=-1, stdout=-1, text=True)
child.stdout.readline()
look()
child.communicate("\\n")
print(child.returncode)
look()
`;

it('keeps CPython’s own settings for each process', async () => {
  const settings = `
    import decimal, gc, logging, os, socket, sys, threading, warnings
    print(sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.getswitchinterval(), gc.isenabled(),
          gc.get_threshold(), threading.stack_size(), socket.getdefaulttimeout(), decimal.DefaultContext.prec,
          logging.getLevelName(33), len(sys.meta_path) > 9)
    open("made", "w").close()
    print(oct(os.stat("made").st_mode))
    os.remove("made")
  `;
  const printed = await printedBy(
    beside(
      `
      import decimal, gc, logging, os, socket, sys, threading
      sys.setrecursionlimit(150)
      sys.set_int_max_str_digits(700)
      sys.setswitchinterval(0.5)
      gc.disable()
      gc.set_threshold(5)
      threading.stack_size(65536)
      socket.setdefaulttimeout(0.5)
      decimal.DefaultContext.prec = 4
      logging.addLevelName(33, "mine")
      sys.meta_path.extend([5] * 9)
      os.umask(0o777)
      `,
      settings,
    ),
  );
  const own = '1000 4300 0.005 True (2000, 10, 0) 0 None 28 Level 33 False\n0o100644';
  expect(printed).toBe(`${own}\n0\n${own}`);
});

it('gives a child the mask of its parent, or the one that is asked for', async () => {
  const printed = await printedBy(`
    import os, subprocess, sys
    os.umask(0o27)
    code = "import os; print(oct(os.umask(0)))"
    for options in ({}, {"umask": 0o70}):
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, **options).stdout, end="")
    print(subprocess.check_output("umask; umask 77; umask", shell=True, text=True).split())
    print(oct(os.umask(0)))
  `);
  expect(printed).toBe("0o27\n0o70\n['0027', '0077']\n0o27");
});

it('lets each recurse to a limit of its own, whoever ran in between', async () => {
  const printed = await printedBy(`
    import subprocess, sys
    code = ${code(`
      import sys
      sys.setrecursionlimit(int(sys.argv[1]))
      def depth():
          try:
              return depth() + 1
          except RecursionError:
              return 1
      first = depth()
      for _ in range(3):
          print(flush=True)
          input()
      print(depth() - first, 0 < int(sys.argv[1]) - first < 20)
    `)}
    children = [subprocess.Popen([sys.executable, "-c", code, str(limit)], stdin=-1, stdout=-1, text=True)
                for limit in (200, 1500, 700)]
    for _ in range(3):
        for child in children:
            child.stdout.readline()
            child.stdin.write("\\n")
            child.stdin.flush()
    print(*(child.communicate()[0].strip() for child in children), sys.getrecursionlimit())
  `);
  expect(printed).toBe('0 True 0 True 0 True 1000');
});

it('puts what a child makes of the library’s modules out of the way of others', async () => {
  const printed = await printedBy(
    beside(
      `
      import asyncio, builtins, json, os, sys, tempfile, threading, wave
      json.dumps = asyncio.Task = threading.excepthook = os.environ = None
      tempfile.tempdir = "/elsewhere"
      del wave.open, os.listdir
      json.added = sys.added = builtins.added = 1
      sys.modules["colorsys"] = sys.modules["os"] = None
      `,
      `
      import asyncio, builtins, json, os, tempfile, threading, wave, colorsys
      print(json.dumps([1]), asyncio.Task.__name__, threading.excepthook.__name__, "PATH" in os.environ,
            tempfile.gettempdir(), wave.open.__name__, os.listdir("/usr/bin") != [],
            *(hasattr(module, "added") for module in (json, sys, builtins)))
      `,
    ),
  );
  const own = '[1] Task _excepthook True /tmp open True False False False';
  expect(printed).toBe(`${own}\n0\n${own}`);
});

it('runs a child in a library that is whole, whatever others have made of theirs', async () => {
  const printed = await printedBy(`
    import asyncio, json, subprocess, sys
    json.dumps = asyncio.sleep = None
    del sys.platform
    for code in ("sys.modules = None", "sys.__dict__.clear()", "vars(builtins).clear()", "os.environ = None",
                 "sys.path_hooks = None", "vars(os).clear()", "1"):
        child = subprocess.run([sys.executable, "-c", f"import builtins, os, sys; {code}"], stderr=-1)
        code = "import asyncio, colorsys, json, sys; asyncio.run(asyncio.sleep(0)); print(json.dumps(sys.platform))"
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout, end="")
    print(json.dumps, asyncio.sleep, hasattr(sys, "platform"))
  `);
  expect(printed).toBe(`${'"linux"\n'.repeat(7)}None None False`);
});

it('has a child’s codecs and audit hooks called in the child alone', async () => {
  const printed = await printedBy(
    beside(
      `
      import codecs, sys
      codecs.register(lambda name: codecs.lookup("utf-8") if name == "mine" else None)
      codecs.register_error("mine", lambda error: ("?", error.end))
      codecs.register_error("replace", lambda error: ("!", error.end))
      assert "é".encode("mine") + "é".encode("ascii", "mine") == b"\\xc3\\xa9?"
      sys.addaudithook(lambda event, arguments: 1 / 0 if event == "import" else None)
      `,
      `
      import codecs, colorsys
      print(codecs.lookup_error("replace").__name__)
      for arguments in (["mine"], ["ascii", "mine"]):
          try:
              "é".encode(*arguments)
          except LookupError as error:
              print(error)
      `,
    ),
  );
  const own = "replace_errors\nunknown encoding: mine\nunknown error handler name 'mine'";
  expect(printed).toBe(`${own}\n0\n${own}`);
});
