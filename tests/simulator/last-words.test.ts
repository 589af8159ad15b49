/** What goes wrong while a thread, a process or the interpreter ends; the values are native Linux's. */
import { expect, it } from 'vitest';
import { printedBy, runPython, transcriptOf } from './run-python.ts';

const BROKEN_STREAM = `
class O:
    def write(self, text): raise SystemExit(9)
    def flush(self): raise KeyboardInterrupt
sys.stdout = sys.stderr = O()`;

/** Programs of a child process, and their exit status. */
const ENDS: readonly (readonly [program: string, status: number])[] = [
  [`import sys${BROKEN_STREAM}`, 120],
  [`import sys${BROKEN_STREAM}\n1/0`, 120],
  [`import sys\nsys.unraisablehook = lambda told: sys.exit(3)${BROKEN_STREAM}`, 120],
  ['class E(Exception):\n    def __str__(self): raise SystemExit(3)\nraise E', 1],
  ['class K(KeyboardInterrupt): pass\nraise K', 1],
  ['raise KeyboardInterrupt', -2],
  ['import sys, threading\nthreading._register_atexit(sys.exit, 5)', 0],
  ['import atexit, sys\natexit.register(sys.exit, 5)', 0],
  ['import _thread, sys\n_thread.start_new_thread(sys.exit, (5,))', 0],
  ['import builtins\ndel builtins.print, builtins.__import__, builtins.Exception', 0],
  ['import sys\nsys.exit(-1)', 255],
  ['import sys\nsys.exit(256)', 0],
  ['import sys\nsys.exit(2**70 + 3)', 255],
  ['import sys\nsys.exit(-2**63)', 0],
  ['import sys\nsys.exit(1.5)', 1],
  ['import sys\nsys.exit(True)', 1],
  ['raise SystemExit', 0],
  ["raise SyntaxError('m', ([], 1, 1, 't'))", 1],
  ["class S(SyntaxError): msg = property(int)\nraise S('x')", 1],
  ["class S(SyntaxError): msg = property(lambda s: 1/0)\nraise S('x')", 1],
  ["class M(type): __getattribute__ = int\nclass E(Exception, metaclass=M): pass\nraise E('x')", 1],
  ["class Q:\n    def __eq__(s, o): 1/0\nclass E(Exception): __module__ = Q()\nraise E('x')", 1],
  ["class E(Exception): __class__ = property(int)\nraise E('x')", 1],
  ['import sys\ndel sys.__stderr__\nsys.stderr = None\n1/0', 1],
  ['import builtins, __main__\nglobals()[5] = 1\nbuiltins.m = __main__', 0],
  [
    'class M(type): __getattribute__ = int\nclass E(Exception, metaclass=M): pass\ndef f(): raise E\nimport threading\nthreading.Thread(target=f).start()',
    0,
  ],
  ['class I(int):\n    def __and__(self, other): 1/0\nraise SystemExit(I(7))', 7],
];

it('ends a child process as natively, whatever its last words raise', async () => {
  const printed = await printedBy(`
    import subprocess, sys
    for program in ${JSON.stringify(ENDS.map(([program]) => program))}:
        print(subprocess.run([sys.executable, "-c", program], capture_output=True).returncode)
  `);
  expect(printed.split('\n').map(Number)).toEqual(ENDS.map(([, status]) => status));
});

it('tells through the hook for what cannot be raised what ended a thread of the lowest kind', async () => {
  const transcript = await transcriptOf(`
    import _thread, sys, time

    def fail():
        raise ValueError("x")

    def start():
        _thread.start_new_thread(fail, ())
        time.sleep(1)

    def hook(told):
        print(told.exc_type.__name__, told.err_msg.split(' at ')[0], told.object)

    sys.excepthook = None
    start()
    sys.unraisablehook = hook
    start()
  `);
  expect(transcript).toMatch(
    /Exception ignored in thread started by <function fail at 0x[\da-f]+>:\n.*! ValueError: x\n/s,
  );
  expect(transcript).toMatch(
    /\] ValueError Exception ignored in thread started by <function fail None\n.*= exit 0$/,
  );
});

it('tells what is raised while the interpreter waits for its threads, and goes on', async () => {
  const transcript = await transcriptOf(`
    import atexit, sys, threading
    threading._register_atexit(sys.exit, 7)
    atexit.register(print, "still called")
  `);
  expect(transcript).toMatch(/Exception ignored on threading shutdown:\n.*SystemExit: 7\n/s);
  expect(transcript).toMatch(/still called\n.*= exit 0$/);
});

it('tells the mistake that a program has made up, with a file and a line that are none', async () => {
  const trace = await runPython('raise SyntaxError("made up", ([], 1, 1, "text"))');
  expect(trace.outcome).toEqual({
    kind: 'exited',
    status: 1,
    error: { type: 'SyntaxError', message: 'made up', location: null },
  });
});

it('says that the interpreter has crashed where a program makes it crash', async () => {
  const crashed = await transcriptOf(`
    def f():
        return 1
    f.__code__ = f.__code__.replace(co_code=bytes([117, 200, 54, 7, 90, 5] * 6))
    f()
  `);
  expect(crashed).toMatch(/! The Python interpreter has crashed \(.+\)\.\n.*= exit 139$/);
  expect(await transcriptOf('import faulthandler; faulthandler._sigfpe()')).toBe(
    '[   0.000]= exit 136',
  );
});

it('says of a child process that it has crashed the interpreter of all', async () => {
  const transcript = await transcriptOf(`
    import multiprocessing

    def f():
        return 1

    def crash():
        f.__code__ = f.__code__.replace(co_code=bytes([117, 200, 54, 7, 90, 5] * 6))
        f()

    if __name__ == "__main__":
        child = multiprocessing.Process(target=crash)
        child.start()
        child.join()
  `);
  expect(transcript).toMatch(/! It was that of a child process; .*\n.*= exit 139$/);
});

it('ends a child process alone where that has the interpreter crash', async () => {
  const printed = await printedBy(`
    import subprocess, sys
    for crash in ("_read_null", "_sigabrt", "_sigfpe", "_sigsegv", "_stack_overflow"):
        program = f"import faulthandler; faulthandler.{crash}()"
        print(subprocess.run([sys.executable, "-c", program]).returncode)
  `);
  expect(printed).toBe('-11\n-6\n-8\n-11\n-11');
});

it('keeps from other processes what one does to the names that are built in', async () => {
  const transcript = await transcriptOf(`
    import builtins, subprocess, sys

    builtins.mine = "mine"
    program = "import builtins; print(hasattr(builtins, 'mine')); builtins.new = 1; del builtins.print"
    print(subprocess.run([sys.executable, "-c", program]).returncode)
    print(mine, hasattr(builtins, "new"))
  `);
  expect(transcript).toBe(
    '[   0.000] False\n[   0.000] 0\n[   0.000] mine False\n[   0.000]= exit 0',
  );
});

it('shows no frame of the simulator’s below what can be raised to nobody', async () => {
  const printed = await printedBy(`
    import atexit, signal, sys, time

    def interrupt(number, frame):
        raise KeyboardInterrupt("now")

    class Sleeper:
        def __del__(self):
            time.sleep(3)

    class Printer:
        def __del__(self):
            print("x")

    signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(1)
    sleeper = Sleeper()
    del sleeper
    printer = Printer()
    sys.stdout = open("/dev/full", "w")
    print("lost")
    sys.stdout.close = None
  `);
  expect(printed).not.toContain('_loopscope');
  expect(printed.split('\n').filter((line) => line.startsWith('  File'))).toEqual([
    '  File "main.py", line 8, in __del__',
    '  File "main.py", line 4, in interrupt',
  ]);
});

it('flushes what is printed to at the end of the program, and at its own', async () => {
  const printed = await printedBy(`
    import io, os, sys

    class Full(io.RawIOBase):
        def writable(self):
            return True
        def write(self, data):
            os.write(1, b"%d\\n" % len(data))
            raise OSError(28, "no")

    sys.stdout = io.TextIOWrapper(io.BufferedWriter(Full()))
    print("hello")
    sys.exit(3)
  `);
  expect(printed.split('\n').filter((line) => line === '6')).toHaveLength(4);
  expect(printed.startsWith('6\n6\nException ignored while flushing sys.stdout')).toBe(true);
});

it('writes past a stderr that the program has closed what C writes there', async () => {
  const printed = await printedBy(`
    import subprocess, sys
    for program in ("1 / 0", "sys.exit('lost')"):
        child = subprocess.run([sys.executable, "-c", f"import sys; sys.stderr.close(); {program}"], stderr=-1, text=True)
        print(child.returncode, child.stderr.splitlines()[-1:], child.stderr.count("ZeroDivisionError('division by zero')"))
  `);
  expect(printed).toBe("1 ['lost sys.stderr'] 1\n1 [''] 0");
});
