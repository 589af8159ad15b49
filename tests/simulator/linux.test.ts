/** The system that a program finds itself on. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

it('is Linux, for sys, os, platform, sysconfig and what the library makes of them', async () => {
  const program = `
    import asyncio, multiprocessing.util, os, platform, shutil, sys, sysconfig, tempfile, uuid

    print(sys.platform, os.name, hasattr(sys, "_emscripten_info"))
    print(os.uname().sysname, platform.system(), platform.node() == os.uname().nodename)
    print(platform.platform().startswith("Linux-"), sysconfig.get_platform(), platform.architecture()[0])
    print(sysconfig.get_config_var("VERSION"), sysconfig.get_path("stdlib"))
    print(uuid.uuid1().version, multiprocessing.util.abstract_sockets_supported)
    with open("a", "w") as file:
        file.write("x" * 100_000)
    shutil.copyfile("a", "b")
    shutil.copytree(".", "../copy")
    print(os.path.getsize("b"), sorted(os.listdir("../copy")))
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as file:
        print(os.path.isdir(folder), file.write(b"x"))
    print(asyncio.EventLoop.__name__)
  `;
  expect(await printedBy(program)).toBe(
    same(`
    linux posix False
    Linux Linux True
    True linux-wasm32 32bit
    3.14 /usr/lib/python3.14
    1 True
    100000 ['a', 'b', 'main.py']
    True 1
    _UnixSelectorEventLoop`),
  );
});

it('has the same name in a child process and in a pool', async () => {
  const program = `
    import subprocess, sys
    from concurrent.futures import ProcessPoolExecutor

    def where():
        return sys.platform

    if __name__ == "__main__":
        print(subprocess.check_output([sys.executable, "-c", "import sys; print(sys.platform)"]))
        with ProcessPoolExecutor(1) as pool:
            print(pool.submit(where).result())
  `;
  expect(await printedBy(program)).toBe("b'linux\\n'\nlinux");
});
