/**
 * What a child `python` makes of its options and of its environment.
 *
 * What these programs print, native CPython prints on Linux.
 */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

/** Runs `body`, in which `run(*arguments, **environment)` tells how a child ended and what it printed. */
const withRun = (body: string) => `
import os, subprocess, sys

def run(*args, **environ):
    environ = {**os.environ, **environ}
    child = subprocess.run([sys.executable, *args], env=environ, capture_output=True, text=True)
    print(child.returncode, child.stdout.strip(), *child.stderr.strip().splitlines()[-1:])

FLAGS = """if 1:
    import asyncio, sys
    flags = sys.flags
    print(__debug__, flags.optimize, flags.dev_mode, flags.ignore_environment, flags.isolated, end=" ")
    print(flags.safe_path, sys.dont_write_bytecode, sys.warnoptions, sys._xoptions, end=" ")
    print(repr(sys.path[0]), asyncio.coroutines._is_debug_mode())
"""
${dedent(body)}`;

it('takes the options of the command line', async () => {
  const program = withRun(`
    for args in ([], ["-O"], ["-OO"], ["-E"], ["-I"], ["-P"], ["-X", "dev"], ["-W", "error"],
                 ["-Wignore", "-W", "error::UserWarning"], ["-bb"], ["-OEB"], ["-Xa=b", "-X", "c"]):
        run(*args, "-c", FLAGS)
  `);
  expect(await printedBy(program)).toBe(
    same(`
    0 True 0 False 0 0 False False [] {} '' False
    0 False 1 False 0 0 False False [] {} '' False
    0 False 2 False 0 0 False False [] {} '' False
    0 True 0 False 1 0 False False [] {} '' False
    0 True 0 False 1 1 True False [] {} '/usr/lib/python3.14' False
    0 True 0 False 0 0 True False [] {} '/usr/lib/python3.14' False
    0 True 0 True 0 0 False False ['default'] {'dev': True} '' True
    0 True 0 False 0 0 False False ['error'] {} '' False
    0 True 0 False 0 0 False False ['ignore', 'error::UserWarning'] {} '' False
    0 True 0 False 0 0 False False ['error::BytesWarning'] {} '' False
    0 False 1 False 1 0 False True [] {} '' False
    0 True 0 False 0 0 False False [] {'a': 'b', 'c': True} '' False`),
  );
});

it('takes what the environment says, unless -E or -I is given', async () => {
  const program = withRun(`
    for environ in (dict(PYTHONASYNCIODEBUG="1"), dict(PYTHONDEVMODE="1"), dict(PYTHONOPTIMIZE="2"),
                    dict(PYTHONOPTIMIZE="x"), dict(PYTHONWARNINGS="error,ignore::UserWarning"),
                    dict(PYTHONDONTWRITEBYTECODE="1"), dict(PYTHONSAFEPATH="1"), dict(PYTHONOPTIMIZE="")):
        run("-c", FLAGS, **environ)
    run("-E", "-c", FLAGS, PYTHONASYNCIODEBUG="1", PYTHONOPTIMIZE="2", PYTHONWARNINGS="error")
    run("-I", "-c", FLAGS, PYTHONDEVMODE="1", PYTHONPATH="lib")
    run("-c", "import sys; print(sys.path[:3])", PYTHONPATH="lib:/x")
    run("-P", "-c", "import sys; print(sys.path[:2])", PYTHONPATH="lib:/x")
    run("-c", "import sys; print(sys.stdout.write_through)", PYTHONUNBUFFERED="1")
    run("-E", "-c", "import sys; print(sys.stdout.write_through)", PYTHONUNBUFFERED="1")
    run("-c", "import sys; print(sys.stdin.encoding, sys.stdout.errors)", PYTHONIOENCODING="latin-1:replace")
    run("-c", "print(1)", PYTHONHASHSEED="bogus")
    run("-c", "print(1)", PYTHONHASHSEED="12")
  `);
  expect(await printedBy(program)).toBe(
    same(`
    0 True 0 False 0 0 False False [] {} '' True
    0 True 0 True 0 0 False False ['default'] {} '' True
    0 False 2 False 0 0 False False [] {} '' False
    0 False 1 False 0 0 False False [] {} '' False
    0 True 0 False 0 0 False False ['error', 'ignore::UserWarning'] {} '' False
    0 True 0 False 0 0 False True [] {} '' False
    0 True 0 False 0 0 True False [] {} '/usr/lib/python3.14' False
    0 True 0 False 0 0 False False [] {} '' False
    0 True 0 False 1 0 False False [] {} '' False
    0 True 0 False 1 1 True False [] {} '/usr/lib/python3.14' False
    0 ['', '/home/learner/lib', '/x']
    0 ['/home/learner/lib', '/x']
    0 True
    0 False
    0 iso8859-1 replace
    1  Python runtime state: preinitialized
    0 1`),
  );
});

it('compiles, imports and warns as the options say, and leaves the parent as it was', async () => {
  const program = withRun(`
    import warnings

    os.makedirs("lib")
    with open("lib/mod.py", "w") as file:
        file.write("assert False\\nname = 'mod'\\n")
    with open("script.py", "w") as file:
        file.write("import mod; print(mod.name, __debug__); assert 0")
    for args in (["-O"], [], ["-E"], ["-I"]):
        run(*args, "script.py", PYTHONPATH="lib")
    run("-O", "-m", "mod", PYTHONPATH="lib")
    run("-m", "mod", PYTHONPATH="lib")
    run("-OO", "-c", "def f(): 'doc'\\nprint(f.__doc__)")
    WARN = "import warnings; warnings.warn('w'); print('went on')"
    for action in ("error", "ignore", "error::UserWarning:nosuch"):
        run("-W", action, "-c", WARN)
    run("-W", "bogus", "-c", "print('went on')")
    run("-c", WARN, PYTHONWARNINGS="error")
    run("-c", "import warnings; warnings.warn('y', ResourceWarning)")
    run("-X", "dev", "-c", "import warnings; warnings.warn('y', ResourceWarning)")
    warnings.simplefilter("error")
    run("-c", WARN)
    print(sys.flags.optimize, sys.warnoptions, __debug__, "mod" in sys.modules)
    try:
        warnings.warn("in the parent")
    except UserWarning as warning:
        print(repr(warning))
  `);
  expect(await printedBy(program)).toBe(
    same(`
    0 mod False
    1  AssertionError
    1  ModuleNotFoundError: No module named 'mod'
    1  ModuleNotFoundError: No module named 'mod'
    0 
    1  AssertionError
    0 None
    1  UserWarning: w
    0 went on
    0 went on <string>:1: UserWarning: w
    0 went on Invalid -W option ignored: invalid action: 'bogus'
    1  UserWarning: w
    0 
    0  <string>:1: ResourceWarning: y
    0 went on <string>:1: UserWarning: w
    0 [] True False
    UserWarning('in the parent')`),
  );
});

it('refuses options that there are none of as CPython does', async () => {
  const program = withRun(`
    def run(*args):
        child = subprocess.run([sys.executable, *args], capture_output=True, text=True)
        print(child.returncode, child.stderr.splitlines()[0])

    for args in (["-Z"], ["-X"], ["--nosuch"], ["-c"]):
        run(*args)
  `);
  expect(await printedBy(program)).toBe(
    same(`
    2 Unknown option: -Z
    2 Argument expected for the -X option
    2 Unknown option: --nosuch
    2 Argument expected for the -c option`),
  );
});

it('does not start with a value that an option or its variable can’t have', async () => {
  const program = withRun(`
    for args in (["-Xutf8=7"], ["-Xint_max_str_digits=5"], ["-Xint_max_str_digits"], ["-Xfrozen_modules=5"],
                 ["-Xcpu_count=x"], ["-Xgil=5"], ["-Xint_max_str_digits=700"], ["-Xutf8"], ["-R"]):
        child = subprocess.run([sys.executable, *args, "-c", "1"], stderr=-1, text=True)
        print(child.returncode, *child.stderr.splitlines()[:1])
    for name, value in dict(PYTHONUTF8="7", PYTHONINTMAXSTRDIGITS="5", PYTHON_CPU_COUNT="0", PYTHONIOENCODING="no").items():
        child = subprocess.run([sys.executable, "-c", "1"], env={name: value}, stderr=-1, text=True)
        print(child.returncode, *child.stderr.splitlines()[:2])
    run("-E", "-c", "print(1)", PYTHONUTF8="7")
  `);
  expect(await printedBy(program)).toBe(
    same(`
    1 Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value
    1 Fatal Python error: config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.
    1 Fatal Python error: config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.
    1 Fatal Python error: bad value for option -X frozen_modules (expected "on" or "off")
    1 Fatal Python error: config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0
    1 Fatal Python error: config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"
    0
    0
    0
    1 Fatal Python error: preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value Python runtime state: preinitializing
    1 Fatal Python error: config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited. Python runtime state: preinitialized
    1 Fatal Python error: config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0 Python runtime state: preinitialized
    1 Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio encoding Python runtime state: core initialized
    0 1`),
  );
});

it('has the flags that are asked for, and escapes what is no text in a locale without a language', async () => {
  const program = withRun(`
    code = "import sys; f = sys.flags; print(f.hash_randomization, f.warn_default_encoding, f.utf8_mode, "
    code += "f.int_max_str_digits, sys.get_int_max_str_digits(), sys.stdin.errors, sys.stdout.errors, sys.orig_argv[1])"
    run("-c", code)
    run("-Xwarn_default_encoding", "-Xutf8", "-Xint_max_str_digits=700", "-c", code)
    run("-c", code, PYTHONHASHSEED="0", PYTHONINTMAXSTRDIGITS="0", LANG="C.UTF-8")
    run("-c", code, LANG="C", PYTHONIOENCODING="latin1")
    run("-c", code, LC_ALL="C", PYTHONIOENCODING=":replace")
  `);
  expect(await printedBy(program)).toBe(
    same(`
    0 1 0 0 4300 4300 strict strict -c
    0 1 1 1 700 700 surrogateescape surrogateescape -Xwarn_default_encoding
    0 0 0 0 0 0 surrogateescape surrogateescape -c
    0 1 0 0 4300 4300 strict strict -c
    0 1 0 0 4300 4300 replace replace -c`),
  );
});

it('runs a folder or an archive by its main module, and a program from standard input', async () => {
  const program = withRun(`
    import zipapp
    run(".")
    os.mkdir("app")
    with open("app/__main__.py", "w") as file:
        file.write("import sys, beside; print(__name__, __package__, sys.argv[0], sys.path[0])")
    open("app/beside.py", "w").close()
    run("app")
    zipapp.create_archive("app", "app.pyz")
    run("app.pyz", "x")
    print(subprocess.check_output([sys.executable, "-"], input="print(__file__)", text=True).strip())
    for option in ("-h", "--help-env", "--check-hash-based-pycs"):
        child = subprocess.run([sys.executable, option], capture_output=True, text=True)
        print(child.returncode, (child.stdout or child.stderr).splitlines()[0])
  `);
  expect(await printedBy(program)).toBe(
    same(`
    1  /usr/bin/python3: can't find '__main__' module in '/home/learner'
    0 __main__  app /home/learner/app
    0 __main__  app.pyz /home/learner/app.pyz
    <stdin>
    0 usage: /usr/bin/python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...
    0 usage: /usr/bin/python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...
    2 Argument expected for the --check-hash-based-pycs options`),
  );
});

it('goes on after a program with what is typed, if asked to', async () => {
  const program = withRun(`
    child = subprocess.run([sys.executable, "-i", "-c", "x = 1"], capture_output=True, text=True,
                           input="x\\nif x:\\n  x + 1\\n\\nimport sys; sys.exit(4)\\n")
    print(child.returncode, child.stdout.split())
    print(child.stderr)
  `);
  expect(await printedBy(program)).toBe(
    same(`
    4 ['1', '2']
    >>> >>> ... ... >>>`),
  );
});

it('takes away from a program on the command line what all its lines begin with', async () => {
  const program = withRun(`
    run("-c", "\\n    import sys\\n    if sys.argv:\\n        print(__debug__)\\n")
    run("-c", "\\t x")
    run("-c", "  x = 1\\nprint(x)")
  `);
  expect(await printedBy(program)).toBe(
    same(`
    0 True
    1  NameError: name 'x' is not defined
    1  IndentationError: unexpected indent`),
  );
});
