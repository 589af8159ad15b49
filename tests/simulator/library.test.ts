/** Which modules of the standard library there are, and what a program is told of the others. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

it('says of every module that is not shipped that it is not, by the name that was asked for', async () => {
  const program = `
    import importlib
    for name in ("test.support", "idlelib", "tkinter", "curses", "readline", "concurrent.interpreters",
                 "multiprocessing.shared_memory", "no_such_module"):
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(type(error).__name__, error.name, "|", error)
    try:
        from concurrent import interpreters
    except ImportError as error:
        print(error)
  `;
  const notShipped = 'this part of the standard library is not shipped with the page';
  expect(await printedBy(program)).toBe(
    same(`
    ModuleNotFoundError test | No module named 'test': ${notShipped}
    ModuleNotFoundError idlelib | No module named 'idlelib': ${notShipped}
    ModuleNotFoundError tkinter | No module named 'tkinter': ${notShipped}
    ModuleNotFoundError curses | No module named 'curses': ${notShipped}
    ModuleNotFoundError readline | No module named 'readline': ${notShipped}
    ModuleNotFoundError _interpreters | No module named 'concurrent.interpreters': ${notShipped}
    ModuleNotFoundError _posixshmem | No module named 'multiprocessing.shared_memory': ${notShipped}
    ModuleNotFoundError no_such_module | No module named 'no_such_module'
    No module named 'concurrent.interpreters': ${notShipped}`),
  );
});

it('has doctest, pydoc and a debugger that finds no keyboard', async () => {
  const program = `
    import doctest, pdb, pydoc

    def double(number):
        """Twice the number.

        >>> double(2)
        4
        >>> double(3)
        7
        """
        return number * 2

    print(doctest.testmod(report=False))
    print(pydoc.render_doc(double, renderer=pydoc.plaintext).splitlines()[2])
    try:
        pdb.set_trace()
        double(1)
    except BaseException as error:
        print(type(error).__name__)
  `;
  const printed = await printedBy(program);
  expect(printed).toContain('TestResults(failed=1, attempted=2)\ndouble(number)\n');
  expect(printed.trimEnd().endsWith('SystemExit')).toBe(true);
});
