/** Subprocesses, process pools and `multiprocessing` on virtual processes. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy, runPython, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

/** Stamps to a tenth of a second, for programs whose own computing shows. */
const roughly = (transcript: string) => transcript.replace(/\[ *(\d+\.\d)\d\d\]/g, '[$1]');

/** Runs `body` as a coroutine with what its examples need imported and defined. */
const withRun = (body: string) => `
import asyncio, os, signal, sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT

async def run(*argv, input=None, **options):
    process = await asyncio.create_subprocess_exec(*argv, stdout=PIPE, stderr=PIPE, **options)
    out, err = await process.communicate(input)
    print(process.returncode, out.decode().rstrip(), err.decode().rstrip())

async def python(code, *args, **options):
    await run(sys.executable, "-c", code, *args, **options)

async def main():
${dedent(body).replace(/^/gm, '    ')}

asyncio.run(main())
`;

it('runs Python in a process with its own arguments, environment, folder and streams', async () => {
  const transcript = await transcriptOf(
    withRun(`
      await python("import sys; print(sys.argv, __name__)", "a", "b c")
      await python("import os; print(os.environ['X'], os.getcwd())", env={"X": "1"}, cwd="/tmp")
      await python("print(input('name? ').upper())", stdin=PIPE, input=b"bob\\n")
      await python("import os; os.environ['Y'] = '2'; os.chdir('/')")
      await python("import os; print(os.getppid() == int(os.environ['P']))",
                   env={"P": str(os.getpid())})
      print(os.environ.get("Y"), os.getcwd(), sys.argv, __name__)
      with open("helper.py", "w") as file:
          file.write("value = 42")
      with open("child.py", "w") as file:
          file.write("import sys, helper; print(helper.value, sys.argv); sys.exit(helper.value)")
      await run(sys.executable, "child.py", "x")
      await run(sys.executable, "-m", "child", "y")
      print("helper" in sys.modules)
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] 0 ['-c', 'a', 'b c'] __main__ 
    [   0.000] 0 1 /tmp 
    [   0.000] 0 name? BOB 
    [   0.000] 0  
    [   0.000] 0 True 
    [   0.000] None /home/learner ['main.py'] __main__
    [   0.000] 42 42 ['child.py', 'x'] 
    [   0.000] 42 42 ['/home/learner/child.py', 'y'] 
    [   0.000] False
    [   0.000]= exit 0`),
  );
});

it('gives the exit status and the last words that Python gives', async () => {
  const transcript = await transcriptOf(
    withRun(`
      await python("import sys; sys.exit(3)")
      await python("import sys; sys.exit('bye')")
      await python("def f(): return 1 / 0\\nf()")
      await python("import atexit, os; atexit.register(print, 'at exit'); print('text')")
      await python("import os; print('lost'); os._exit(9)")
      await python("raise KeyboardInterrupt")
      await python("import signal; signal.raise_signal(signal.SIGTERM)")
      await python("import threading, time; "
                   "threading.Thread(target=lambda: (time.sleep(1), print('thread'))).start()")
      await run(sys.executable, "missing.py")
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] 3  
    [   0.000] 1  bye
    [   0.000] 1  Traceback (most recent call last):
    [   0.000]   File "<string>", line 2, in <module>
    [   0.000]     f()
    [   0.000]     ~^^
    [   0.000]   File "<string>", line 1, in f
    [   0.000]     def f(): return 1 / 0
    [   0.000]                     ~~^~~
    [   0.000] ZeroDivisionError: division by zero
    [   0.000] 0 text
    [   0.000] at exit 
    [   0.000] 9  
    [   0.000] -2  Traceback (most recent call last):
    [   0.000]   File "<string>", line 1, in <module>
    [   0.000]     raise KeyboardInterrupt
    [   0.000] KeyboardInterrupt
    [   0.000] -15  
    [   1.000] 0 thread 
    [   1.000] 2  /usr/bin/python3: can't open file '/home/learner/missing.py': [Errno 2] No such file or directory
    [   1.000]= exit 0`),
  );
});

it('terminates, kills and interrupts: without a handler nothing of the child runs any more', async () => {
  const transcript = await transcriptOf(
    withRun(`
      code = '''
      import signal, sys, time
      if "handler" in sys.argv:
          signal.signal(signal.SIGTERM, lambda number, frame: print("got", number, flush=True))
      try:
          time.sleep(2)
          print("slept", flush=True)
      finally:
          print("finally", flush=True)
      '''.replace("\\n    ", "\\n")
      clock = asyncio.get_running_loop().time
      for name, number in (("plain", signal.SIGTERM), ("plain", signal.SIGKILL),
                           ("handler", signal.SIGTERM), ("plain", signal.SIGINT)):
          process = await asyncio.create_subprocess_exec(
              sys.executable, "-c", code, name, stdout=PIPE, stderr=DEVNULL)
          await asyncio.sleep(0.5)
          process.send_signal(number)
          print(round(clock(), 3), await process.stdout.read(), await process.wait())
      process = await asyncio.create_subprocess_exec(sys.executable, "-c", "while True: pass")
      await asyncio.sleep(1)
      process.kill()
      print(round(clock(), 3), await process.wait())
      try:
          process.kill()
      except ProcessLookupError:
          print("gone")
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.500] 0.5 b'' -15
    [   1.000] 1.0 b'' -9
    [   3.000] 1.5 b'got 15\\nslept\\nfinally\\n' 0
    [   3.500] 3.5 b'finally\\n' -2
    [   4.500] 4.5 -9
    [   4.500] gone
    [   4.500]= exit 0`),
  );
});

it('carries bytes through pipes as they come, with backpressure, ends and broken pipes', async () => {
  const transcript = await transcriptOf(
    withRun(`
      clock = asyncio.get_running_loop().time
      code = "import time\\nfor i in 1, 2: print(i, flush=True); time.sleep(1)\\nprint('end')"
      process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=PIPE)
      async for line in process.stdout:
          print(round(clock(), 3), line)
      print(await process.wait())
      code = "import sys; sys.stdout.write('x' * 500_000); sys.stdout.flush(); print(1, file=sys.stderr)"
      process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=PIPE)
      await asyncio.sleep(1)
      print("reads at", round(clock(), 3))
      print(len(await process.stdout.read()), await process.wait())
      cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
      print(len((await cat.communicate(b"y" * 1_000_000))[0]))
      process = await asyncio.create_subprocess_exec("sleep", "1", stdin=PIPE)
      process.stdin.write(b"z" * 1_000_000)
      try:
          await process.stdin.drain()
      except BrokenPipeError:
          print("broken at", round(clock(), 3))
      process = await asyncio.create_subprocess_exec(
          sys.executable, "-uc", "import sys; print(1); print(2, file=sys.stderr)",
          stdout=PIPE, stderr=STDOUT)
      print(await process.communicate())
      with open("log.txt", "w") as log:
          await (await asyncio.create_subprocess_exec("echo", "to a file", stdout=log)).wait()
      print(open("log.txt").read(), end="")
      await (await asyncio.create_subprocess_exec("echo", "inherited")).wait()
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] 0.0 b'1\\n'
    [   1.000] 1.0 b'2\\n'
    [   2.000] 2.0 b'end\\n'
    [   2.000] 0
    [   3.000] reads at 3.0
    [   3.000]! 1
    [   3.000] 500000 0
    [   3.000] 1000000
    [   4.000] broken at 4.0
    [   4.000] (b'1\\n2\\n', None)
    [   4.000] to a file
    [   4.000] inherited
    [   4.000]= exit 0`),
  );
});

it('waits for several processes at once, and gives up on one in time', async () => {
  const transcript = await transcriptOf(
    withRun(`
      processes = [await asyncio.create_subprocess_exec("sleep", str(n)) for n in (3, 1, 2)]
      print(await asyncio.gather(*(process.wait() for process in processes)))
      process = await asyncio.create_subprocess_exec("sleep", "10")
      try:
          await asyncio.wait_for(process.wait(), 1)
      except TimeoutError:
          process.kill()
          print("timed out", await process.wait())
      process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('child')")
      print("parent")
      await process.wait()
    `),
  );
  expect(transcript).toBe(
    same(`
    [   3.000] [0, 0, 0]
    [   4.000] timed out -9
    [   4.000] parent
    [   4.000] child
    [   4.000]= exit 0`),
  );
});

it('says in the words of Linux what cannot be started', async () => {
  const transcript = await transcriptOf(
    withRun(`
      open("notes.txt", "w").close()
      for program, options in (("nosuch", {}), ("/tmp/nosuch", {}), ("./notes.txt", {}),
                               (sys.executable, {"cwd": "/nowhere"}),
                               (sys.executable, {"user": 1000})):
          try:
              await run(program, **options)
          except (OSError, NotImplementedError) as error:
              print(f"{type(error).__name__}: {error}")
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] FileNotFoundError: [Errno 2] No such file or directory: 'nosuch'
    [   0.000] FileNotFoundError: [Errno 2] No such file or directory: '/tmp/nosuch'
    [   0.000] PermissionError: [Errno 13] Permission denied: './notes.txt'
    [   0.000] FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'
    [   0.000] NotImplementedError: user is not available for a process in Loopscope
    [   0.000]= exit 0`),
  );
});

it('runs the commands of a shell as dash does', async () => {
  const commands = [
    'ls /zzz',
    'foo',
    'foo 2>/dev/null',
    'exit 3',
    'false || echo no && echo yes',
    'echo out; echo err >&2; exit 7',
    'echo one two three | wc -w',
    `printf '%s=%d\\n' a 1 b 2`,
    `X=5; echo $X "$X y" '$X' \${X}z $?`,
    `X='a  b'; for word in $X "$X"; do echo "<$word>"; done`,
    'for i in 1 2; do echo $i; sleep 0.5; done # twice',
    'cat nope; echo $?',
    'echo hi > f.txt; cat < f.txt; echo more >> f.txt; wc -l f.txt; ls; pwd',
    'cat f.txt nope f.txt 2>&1 | sort -r | head -n 1',
    "python -c 'import sys; sys.exit(4)'; echo $?",
    `A=1 python -c 'import os; print(os.environ["A"])'; echo "[$A]"`,
    `seq 12 | tail -2; seq 9 -3 1 | grep -v '[36]'`,
    'kill -9 $$',
    `sh -c 'kill -TERM $$'; echo $?`,
    'sleep 1 && echo slow & echo quick',
    'exec echo replaced; echo never',
    'echo a &&',
    "echo 'open",
    'echo a | | cat',
    'for i in 1; done',
  ];
  const transcript = await transcriptOf(
    withRun(`
      for command in ${JSON.stringify(commands)}:
          process = await asyncio.create_subprocess_shell(command, stdout=PIPE, stderr=PIPE)
          print(*await process.communicate(), process.returncode)
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] b'' b"ls: cannot access '/zzz': No such file or directory\\n" 2
    [   0.000] b'' b'/bin/sh: 1: foo: not found\\n' 127
    [   0.000] b'' b'' 127
    [   0.000] b'' b'' 3
    [   0.000] b'no\\nyes\\n' b'' 0
    [   0.000] b'out\\n' b'err\\n' 7
    [   0.000] b'3\\n' b'' 0
    [   0.000] b'a=1\\nb=2\\n' b'' 0
    [   0.000] b'5 5 y $X 5z 0\\n' b'' 0
    [   0.000] b'<a>\\n<b>\\n<a  b>\\n' b'' 0
    [   1.000] b'1\\n2\\n' b'' 0
    [   1.000] b'1\\n' b'cat: nope: No such file or directory\\n' 0
    [   1.000] b'hi\\n2 f.txt\\nf.txt\\nmain.py\\n/home/learner\\n' b'' 0
    [   1.000] b'more\\n' b'' 0
    [   1.000] b'4\\n' b'' 0
    [   1.000] b'1\\n[]\\n' b'' 0
    [   1.000] b'11\\n12\\n9\\n' b'' 0
    [   1.000] b'' b'' -9
    [   1.000] b'143\\n' b'Terminated\\n' 0
    [   2.000] b'quick\\nslow\\n' b'' 0
    [   2.000] b'replaced\\n' b'' 0
    [   2.000] b'' b'/bin/sh: 1: Syntax error: end of file unexpected\\n' 2
    [   2.000] b'' b'/bin/sh: 1: Syntax error: Unterminated quoted string\\n' 2
    [   2.000] b'' b'/bin/sh: 1: Syntax error: "|" unexpected\\n' 2
    [   2.000] b'' b'/bin/sh: 1: Syntax error: expecting for NAME in WORDS; do COMMANDS; done\\n' 2
    [   2.000]= exit 0`),
  );
});

it('refuses by name what its shell and its programs have not got', async () => {
  const commands = [
    'ping -c 1 127.0.0.1 || bash --version',
    'touch a; while true; do echo; done',
    'if true; then echo; fi',
    'case x in y) ;; esac',
    'echo $(date)',
    'echo `date`',
    `echo \${X:-none}`,
    'f() { echo; }',
    'cat << END',
    'ls *.py',
    '[ -f main.py ] && echo',
    'cd /tmp && ls',
    'tail -f /dev/null & echo bg',
    'ls -l; ls --color; date -d tomorrow',
    'sort a b; seq 0.5 2; head -n -1 main.py',
    `grep '[[:digit:]]' main.py`,
    `grep '*a' main.py`,
    'seq 1 0 2',
  ];
  const transcript = await transcriptOf(
    withRun(`
      for command in ${JSON.stringify(commands)}:
          process = await asyncio.create_subprocess_shell(command, stdout=PIPE, stderr=STDOUT)
          out, _ = await process.communicate()
          print(process.returncode, out.decode().replace("/bin/sh: 1: ", "").rstrip())
      for program in "bash", "whoami":
          try:
              await run(program)
          except FileNotFoundError as error:
              print(error)
      await run("sh", "main.sh")
      await run("echo", "-e", "a")
    `),
  );
  expect(transcript).toBe(
    same(`
    [   0.000] 127 ping: not found
    [   0.000] bash: not found
    [   0.000] 2 while is not available in this shell: write that part in Python
    [   0.000] 2 if is not available in this shell: write that part in Python
    [   0.000] 2 case is not available in this shell: write that part in Python
    [   0.000] 2 $(...) is not available in this shell: write that part in Python
    [   0.000] 2 \`...\` is not available in this shell: write that part in Python
    [   0.000] 2 \${...} is not available in this shell: write that part in Python
    [   0.000] 2 a function is not available in this shell: write that part in Python
    [   0.000] 2 a here-document is not available in this shell: write that part in Python
    [   0.000] 2 the wildcard * is not available in this shell: write that part in Python
    [   0.000] 2 [ is not available in this shell: write that part in Python
    [   0.000] 2 cd is not available in this shell: write that part in Python
    [   0.000] 0 bg
    [   0.000] tail: option -f is not supported here
    [   0.000] 1 ls: option -l is not supported here
    [   0.000] ls: option --color is not supported here
    [   0.000] date: only date [+FORMAT] is supported here
    [   0.000] 1 sort: several files at once are not supported here
    [   0.000] seq: only one to three whole numbers are supported here
    [   0.000] head: the number ‘-1’ is not supported here
    [   0.000] 2 grep: only grep [-Ecinqv] PATTERN [FILE] with a simple pattern is supported here
    [   0.000] 2 grep: the pattern *a is not supported here
    [   0.000] 1 seq: only one to three whole numbers are supported here
    [   0.000] [Errno 2] No such file or directory: 'bash'
    [   0.000] [Errno 2] No such file or directory: 'whoami'
    [   0.000] 2  sh: 1: anything but sh -c TEXT is not available in this shell: write that part in Python
    [   0.000] 1  echo: option -e is not supported here
    [   0.000]= exit 0`),
  );
});

it('ends a shell by a signal together with the one program it became, but not with its children', async () => {
  const transcript = await transcriptOf(
    withRun(`
      clock = asyncio.get_running_loop().time
      for command, options in (("sleep 5", {}), ("sleep 5; echo x", {}),
                               ("sleep 5; echo x", {"start_new_session": True})):
          process = await asyncio.create_subprocess_shell(command, stdout=PIPE, **options)
          begun = clock()
          await asyncio.sleep(1)
          if options:
              os.killpg(os.getpgid(process.pid), signal.SIGTERM)
          else:
              process.terminate()
          print(await process.stdout.read(), await process.wait(), round(clock() - begun, 3))
    `),
  );
  expect(transcript).toBe(
    same(`
    [   1.000] b'' -15 1.0
    [   6.000] b'' -15 5.0
    [   7.000] b'' -15 1.0
    [   7.000]= exit 0`),
  );
});

it('waits for a process in a blocking way, with timeouts, from the main thread', async () => {
  const transcript = await transcriptOf(`
    import os, subprocess, sys
    run = subprocess.run
    print(run([sys.executable, "-c", "print('x')"], capture_output=True, text=True).stdout, end="")
    try:
        run(["sleep", "5"], timeout=1)
    except subprocess.TimeoutExpired as error:
        print(type(error).__name__)
    try:
        code = "import time; print('partial', flush=True); time.sleep(9)"
        subprocess.check_output([sys.executable, "-c", code], timeout=2)
    except subprocess.TimeoutExpired as error:
        print(error.output)
    try:
        run("exit 3", shell=True, check=True)
    except subprocess.CalledProcessError as error:
        print(error)
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as cat:
        print(cat.poll(), cat.communicate("hello"), cat.poll())
    process = subprocess.Popen(["sleep", "0.1"])
    while process.poll() is None:
        pass
    print(process.returncode)
    print(os.system("echo from the shell; exit 3") >> 8, os.popen("echo piped").read(), end="")
    print(run([sys.executable, "-"], input=b"print(6 * 7)").returncode)
  `);
  expect(roughly(transcript)).toBe(
    same(`
    [0.0] x
    [1.0] TimeoutExpired
    [3.0] b'partial\\n'
    [3.0] Command 'exit 3' returned non-zero exit status 3.
    [3.0] None ('hello', None) 0
    [3.1] 0
    [3.1] from the shell
    [3.1] 3 piped
    [3.1] 42
    [3.1] 0
    [3.1]= exit 0`),
  );
});

it('lets what a process pool computes delay its own result and not the loop', async () => {
  const { events, outcome } = await runPython(`
    import asyncio
    import time
    from concurrent.futures import ProcessPoolExecutor

    def compute(count):
        total = 0
        for number in range(count):
            total += number
        return total

    def sleep(seconds):
        time.sleep(seconds)
        return seconds

    async def main():
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(2) as pool:
            future = loop.run_in_executor(pool, compute, 2_000_000)
            begun = loop.time()
            ticks = 0
            while not future.done():
                await asyncio.sleep(0.01)
                ticks += 1
            took = loop.time() - begun
            print(await future, took > 0.05, abs(took - ticks * 0.01) < 0.005)
            begun = loop.time()
            print(await asyncio.gather(*(loop.run_in_executor(pool, sleep, 1) for _ in range(4))))
            print(round(loop.time() - begun, 2))

    if __name__ == "__main__":
        asyncio.run(main())
  `);
  const text = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  expect(text).toBe('1999999000000 True True\n[1, 1, 1, 1]\n2.0\n');
  expect(outcome).toMatchObject({ kind: 'exited', status: 0 });
});

it('sends work to a process pool pickled, and gets errors back as Python does', async () => {
  const transcript = await transcriptOf(`
    import asyncio, os, time
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    counter = 0

    def change(values):
        global counter
        counter += 1
        values.append(counter)
        return values

    def fail(value):
        raise ValueError(f"bad {value}")

    if __name__ == "__main__":
        with ProcessPoolExecutor(1) as pool:
            values = []
            print(pool.submit(change, values).result(), pool.submit(change, values).result())
            print(values, counter)
            try:
                pool.submit(fail, 1).result()
            except ValueError as error:
                print(repr(error), 'line 13, in fail' in str(error.__cause__))
            try:
                pool.submit(lambda: 1).result()
            except Exception as error:
                print(type(error).__name__)
            print(list(pool.map(abs, [-1, -2])))
            try:
                pool.submit(os._exit, 1).result()
            except BrokenExecutor as error:
                print(type(error).__name__)
  `);
  expect(transcript).toBe(
    same(`
    [   0.000] [1] [2]
    [   0.000] [] 0
    [   0.000] ValueError('bad 1') True
    [   0.000] PicklingError
    [   0.000] [1, 2]
    [   0.000] BrokenProcessPool
    [   0.000]= exit 0`),
  );
});

it('runs multiprocessing: processes, queues, pipes, locks, shared values and pools', async () => {
  const transcript = await transcriptOf(`
    import multiprocessing as mp, os, time

    def work(queue, lock, value):
        with lock:
            time.sleep(0.5)
            value.value += 1
        queue.put((mp.current_process().name, os.getppid() == mp.parent_process().pid))

    def square(number):
        return number * number

    if __name__ == "__main__":
        queue, lock, value = mp.Queue(), mp.Lock(), mp.Value("i", 0)
        processes = [mp.Process(target=work, args=(queue, lock, value), name=n) for n in "ab"]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print([queue.get() for _ in processes], value.value, [p.exitcode for p in processes])
        ours, theirs = mp.Pipe()
        mp.Process(target=theirs.send, args=("through a pipe",)).start()
        print(ours.recv())
        with mp.Pool(2) as pool:
            print(pool.map(square, range(4)), pool.apply(square, (9,)))
        process = mp.Process(target=time.sleep, args=(100,))
        process.start()
        process.join(1)
        print(process.is_alive(), process.exitcode)
        process.terminate()
        process.join()
        print(process.exitcode, mp.current_process().name)
        row = mp.Array("d", [1, 2, 3])
        row[1:] = [5, 6]
        print(row[:], len(row), sum(row), value)
        for refused in (lambda: mp.get_context("fork"), mp.Manager, lambda: mp.RawValue("i"),
                        lambda: mp.Array("c", 3), lambda: mp.Value("i", lock=False)):
            try:
                refused()
            except (ValueError, NotImplementedError) as error:
                print(str(error).partition(": share")[0])
  `);
  expect(roughly(transcript)).toBe(
    same(`
    [1.0] [('a', True), ('b', True)] 2 [0, 0]
    [1.0] through a pipe
    [1.0] [0, 1, 4, 9] 81
    [2.0] True None
    [2.0] -15 MainProcess
    [2.0] [1.0, 5.0, 6.0] 3 12.0 <Synchronized wrapper for c_int(2)>
    [2.0] the start method 'fork' is not available in Loopscope; use 'spawn'
    [2.0] multiprocessing.Manager is not available in Loopscope; use a Queue or a Pipe
    [2.0] multiprocessing.RawValue is not available in Loopscope
    [2.0] the type 'c' is not available in Loopscope
    [2.0] lock=False is not available in Loopscope
    [2.0]= exit 0`),
  );
});

it('refuses the keyboard and fork by name', async () => {
  const transcript = await transcriptOf(`
    import os, sys
    print(repr(sys.stdin.read()))
    try:
        input("name? ")
    except EOFError as error:
        print(error)
    try:
        os.fork()
    except OSError as error:
        print(error)
  `);
  expect(transcript).toBe(
    same(`
    [   0.000] ''
    [   0.000] name? EOF when reading a line (there is no keyboard here, and nothing more was given as standard input)
    [   0.000] [Errno 38] Function not implemented: os.fork is not available in Loopscope; use subprocess or multiprocessing
    [   0.000]= exit 0`),
  );
});

it('makes the same recording of the same processes every time', async () => {
  const source = withRun(`
    await asyncio.gather(*(python(f"import random; print({n}, random.random())") for n in range(3)))
    await run("sh", "-c", "seq 100000 | head -1; seq 3 | sort -r")
  `);
  const recordings = [];
  for (let i = 0; i < 2; i++) recordings.push(JSON.stringify(await runPython(source)));
  expect(new Set(recordings).size).toBe(1);
});

it('gives a child the descriptors that are inheritable, and no others', async () => {
  const program = `
    import asyncio, os, sys

    async def count(**options):
        code = "import sys; print(len(sys.stdin.read()))"
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, stdin=pipe, stdout=pipe, **options)
        return (await child.communicate(b"abc"))[0]

    async def main():
        print(await count(close_fds=False))
        reader, writer = os.pipe()
        print(os.get_inheritable(writer), os.get_inheritable(1))
        os.set_inheritable(writer, True)
        code = f"import os; os.write({writer}, b'from the child')"
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, close_fds=False)
        print(await child.wait(), os.read(reader, 99))

    asyncio.run(main())
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] b'3\\n'
    [   0.000] False True
    [   0.000] 0 b'from the child'
    [   0.000]= exit 0`),
  );
});

it('does in a child what is to be done before its program, and says in the parent if that fails', async () => {
  const printed = await printedBy(`
    import os, subprocess, sys

    def prepare():
        os.umask(0o77)
        os.chdir("/")
        os.write(1, b"before\\n")

    code = "import os; print(os.getcwd(), oct(os.umask(0)))"
    print(subprocess.run([sys.executable, "-c", code], preexec_fn=prepare, capture_output=True, text=True).stdout)
    try:
        subprocess.run(["true"], preexec_fn=lambda: 1 / 0)
    except subprocess.SubprocessError as error:
        print(error)
    print(os.getcwd(), oct(os.umask(0)))
  `);
  expect(printed).toBe(
    same(`
    before
    / 0o77

    Exception occurred in preexec_fn.
    /home/learner 0o22`),
  );
});

it('puts another program in the place of the one that runs, in a child and in the main program', async () => {
  const printed = await printedBy(`
    import os, subprocess, sys
    code = """if 1:
        import atexit, json, os, sys, threading, time
        json.dumps = None
        atexit.register(print, "never")
        threading.Thread(target=lambda: (time.sleep(1), print("never")), daemon=True).start()
        reader, _ = os.pipe()
        sys.path.append("mine")
        os.chdir("/")
        os.environ["X"] = "1"
        print("first", flush=True)
        code = "import json, os, sys; print(json.dumps([os.getcwd(), os.environ['X'], sys.path[-1] == 'mine', "
        code += f"os.getpid() == {os.getpid()}, os.path.exists('/proc/self/fd/{reader}')])); sys.exit(3)"
        os.execv(sys.executable, [sys.executable, "-c", code])
    """
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(child.returncode, child.stdout + child.stderr)
    for path, argv in (("nothing", ["x"]), ("/", ["x"]), ("/bin/echo", [])):
        try:
            os.execv(path, argv)
        except (OSError, ValueError) as error:
            print(error)
    print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 4"), os.spawnv(os.P_WAIT, "nothing", ["x"]))
    os.execlp("echo", "echo", "the", "end")
  `);
  expect(printed).toBe(
    same(`
    3 first
    ["/", "1", false, true, false]

    [Errno 2] No such file or directory
    [Errno 13] Permission denied
    execv() arg 2 must not be empty
    4 127
    the end`),
  );
});

it('gives a child no first three descriptors that are not to be inherited', async () => {
  const printed = await printedBy(`
    import os
    kept = os.dup(1)
    os.close(1)
    print(os.open("out", os.O_CREAT | os.O_RDWR), file=open(kept, "w", closefd=False))
    status = os.system("echo child")
    os.dup2(kept, 1)
    print(status, open("out").read() == "")
  `);
  expect(printed).toBe('1\nsh: 1: echo: echo: I/O error\n256 True');
});

it('counts in the shell, and has a shell of its own do what stands between round brackets', async () => {
  const commands = {
    'x=5; echo $((x * 2)) $(($x + 1)) $((y)) "$((2*(3+4)))"': '10 6 0 14',
    "echo $((7 / -2)) $((7 % -2)) $((1 < 2 && !0)) '$((1))'": '-3 1 1 $((1))',
    'i=0; i=$((i+1)); i=$((i+1)); echo $i': '2',
    'echo $((1 / 0))': '/bin/sh: 1: arithmetic expression: division by zero: "1/0" 2',
    '(exit 4); echo $?': '4',
    '(x=1; echo $x); echo "$x"-': '1 -',
    '(echo out; echo err >&2) > f 2>&1; sort f': 'err out',
    '(echo a; echo b) | wc -l && ( (false) || echo no )': '2 no',
    'for i in 1 2; do (echo $i); done': '1 2',
    'echo )': '/bin/sh: 1: Syntax error: ")" unexpected 2',
  };
  const printed = await printedBy(`
    import subprocess
    for command in ${JSON.stringify(Object.keys(commands))}:
        child = subprocess.run(command, shell=True, capture_output=True, text=True)
        print(*child.stdout.split(), *child.stderr.split(), *([child.returncode] if child.returncode else []))
  `);
  expect(printed.split('\n')).toEqual(Object.values(commands));
});
