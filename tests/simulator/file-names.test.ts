/** What a file may be called, and that it is called so when it is listed. */
import { expect, it } from 'vitest';
import { printedBy } from './run-python.ts';

it('gives back file names that are no text as they were', async () => {
  const printed = await printedBy(`
    import os, pathlib, stat
    names = [b"a\\xff", b"\\xff\\xfe longer than sixteen bytes \\xe4\\xf6", "ä€😀".encode(), b"\\xed\\xa0\\x80",
             b"\\xf0\\x9f\\x98", b"\\xc0\\xaf", b"\\xef\\xbb\\xbfa mark of byte order, and more"]
    os.mkdir(b"folder \\xe9")
    os.chdir(b"folder \\xe9")
    for name in names:
        pathlib.Path(os.fsdecode(name)).write_bytes(name)
    print(sorted(os.listdir(b".")) == sorted(names))
    print(all(open(name, "rb").read() == name for name in os.listdir(b".")))
    print([ascii(name) for name in sorted(os.listdir("."))][:2], os.path.basename(os.getcwdb()))
    for name in names:
        os.unlink(name)
    os.symlink(b"to \\xfc", b"from \\xfc")
    os.mkfifo(b"pipe \\xff")
    os.rename(b"pipe \\xff", b"pipe \\xfe")
    print(os.readlink(b"from \\xfc"), stat.S_ISFIFO(os.stat(b"pipe \\xfe").st_mode), os.listdir(b"."))
  `);
  expect(printed.split('\n')).toEqual([
    'True',
    'True',
    String.raw`["'a\\udcff'", "'\\xe4\\u20ac\\U0001f600'"] b'folder \xe9'`,
    String.raw`b'to \xfc' True [b'from \xfc', b'pipe \xfe']`,
  ]);
});

it('refuses names that are longer than Linux takes, in bytes', async () => {
  const printed = await printedBy(`
    import os
    for call in (
        lambda: open("x" * 255, "w").close(), lambda: open("x" * 256, "w"), lambda: os.mkdir("é" * 128),
        lambda: os.stat("./" + "x" * 300), lambda: os.rename("main.py", "x" * 256),
        lambda: os.symlink("a", "x" * 256), lambda: os.listdir("d/" * 2048), lambda: os.mkfifo("x" * 256),
        lambda: os.path.exists("x" * 256), lambda: os.listdir("./" * 2047),
    ):
        try:
            print(call())
        except OSError as error:
            print(error.errno, error.strerror)
  `);
  expect(printed.split('\n')).toEqual([
    'None',
    ...Array(7).fill('36 File name too long'),
    'False',
    expect.stringContaining('main.py'),
  ]);
});

const OF_PATH_ENDS: Readonly<Record<string, string>> = {
  'os.rmdir(".")': 'EINVAL',
  'os.rmdir("folder/.")': 'EINVAL',
  'os.rmdir("folder/..")': 'ENOTEMPTY',
  'os.rmdir("file/.")': 'ENOTDIR',
  'os.rmdir("missing/..")': 'ENOENT',
  'os.unlink(".")': 'EISDIR',
  'os.unlink("file/")': 'ENOTDIR',
  'os.rename(".", "new")': 'EBUSY',
  'os.rename("folder/..", "new")': 'EBUSY',
  'os.rename("file", "new/")': 'ENOTDIR',
  'os.rename("folder/", "other/")': 'None',
  'os.symlink("file", "new/")': 'ENOENT',
  'os.stat("file/")': 'ENOTDIR',
  'os.path.exists("file/")': 'False',
  'open("file/")': 'ENOTDIR',
  'open("new/", "w")': 'EISDIR',
  'open("other/", "w")': 'EISDIR',
  'os.listdir("other//")': '[]',
  'os.rmdir("other/")': 'None',
};

it('takes a path with a slash at its end for a folder, and dots for what can’t be taken away', async () => {
  const printed = await printedBy(`
    import errno, os
    os.mkdir("folder")
    open("file", "w").close()
    for asked in ${JSON.stringify(Object.keys(OF_PATH_ENDS))}:
        try:
            print(eval(asked))
        except OSError as error:
            print(errno.errorcode[error.errno])
  `);
  expect(printed.split('\n')).toEqual(Object.values(OF_PATH_ENDS));
});
