import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallWheel } from './test-wheel.ts';
import { readWheel } from './wheel.ts';

const FILE = 'tiny-1.0-py3-none-any.whl';

it('takes a wheel of Python alone, and says what it is and needs', async () => {
  const packed = smallWheel({
    name: 'Tiny_Tools',
    version: '2.0.1',
    files: {
      'tiny/__init__.py': '',
      'tiny/data.txt': 'x',
      'Tiny_Tools-2.0.1.data/purelib/more.py': '',
      'Tiny_Tools-2.0.1.data/scripts/run': '',
    },
    metadata: [
      'Summary: Small tools',
      '  in two lines',
      'Requires-Python: >=3.8, !=3.9.*',
      'Requires-Dist: AnyIO>=4; python_version >= "3.8"',
      "Requires-Dist: tomli; python_version < '3.11'",
      'Requires-Dist: colorama; sys_platform == "win32" or (os_name == "nt")',
      'Requires-Dist: rich; extra == "cli"',
      'Requires-Dist: h11<1,>=0.9',
    ],
  });
  const { files, ...rest } = await readWheel('Tiny_Tools-2.0.1-py2.py3-none-any (1).whl', packed);
  expect(rest).toEqual({
    name: 'tiny-tools',
    version: '2.0.1',
    summary: 'Small tools in two lines',
    needs: ['anyio', 'h11'],
  });
  expect([...files.keys()].slice(0, 3)).toEqual(['tiny/__init__.py', 'tiny/data.txt', 'more.py']);
  expect([...files.keys()].some((path) => path.includes('scripts'))).toBe(false);
});

describe('a wheel is refused in words', () => {
  it.each([
    ['notes.zip', smallWheel(), 'expected a wheel, named like'],
    [
      'tiny-1.0-cp314-cp314-manylinux_2_28_x86_64.whl',
      smallWheel(),
      'compiled for manylinux_2_28_x86_64',
    ],
    ['tiny-1.0-cp313-abi3-any.whl', smallWheel(), 'only Python runs here'],
    ['tiny-1.0-py2-none-any.whl', smallWheel(), 'is for py2; this is CPython 3.14'],
    ['tiny-1.0-py315-none-any.whl', smallWheel(), 'is for py315'],
    [FILE, new TextEncoder().encode('<!doctype html>'), 'it is no archive'],
    [FILE, new Uint8Array(), 'it is no archive'],
    [FILE, smallWheel().slice(0, 200), ''],
    [FILE, smallWheel({ name: 'other' }), 'it holds other-1.0.dist-info'],
    [FILE, smallWheel({ version: '1.1' }), 'it holds tiny-1.1.dist-info'],
    [
      FILE,
      smallWheel({ metadata: ['Requires-Python: >=3.15'] }),
      'it is for Python >=3.15; this is 3.14',
    ],
    [FILE, smallWheel({ wheelVersion: '2.0' }), 'laid out by version 2.0'],
    [
      FILE,
      smallWheel({ files: { 'tiny/_fast.cpython-314-x86_64-linux-gnu.so': '' } }),
      'is compiled for a machine',
    ],
    [FILE, smallWheel({ files: { 'tiny/_fast.abi3.SO': '' } }), 'is compiled for a machine'],
    [FILE, smallWheel({ unlisted: { 'evil.py': 'x' } }), 'its RECORD does not list evil.py'],
    [
      FILE,
      smallWheel({ record: { 'tiny.py': 'tiny.py,sha256=AAAA,1' } }),
      'tiny.py is not what its RECORD says',
    ],
    [
      FILE,
      smallWheel({ record: { 'tiny.py': 'tiny.py,md5=AAAA,1' } }),
      'tiny.py is not what its RECORD says',
    ],
    [
      FILE,
      smallWheel({ record: { 'tiny.py': 'tiny.py,,' } }),
      'tiny.py is not what its RECORD says',
    ],
    [FILE, smallWheel({ record: { 'tiny.py': 'gone.py,sha256=AAAA,1' } }), ''],
    [
      FILE,
      smallWheel({ unlisted: { 'two-1.0.dist-info/METADATA': '' } }),
      'several .dist-info folders',
    ],
    [FILE, zipSync({ 'tiny.py': new Uint8Array() }), 'it has no .dist-info folder'],
  ])('%s: %#', async (name, packed, words) => {
    await expect(readWheel(name, packed)).rejects.toThrow(words);
    await expect(readWheel(name, packed)).rejects.toMatchObject({ name: 'BadWheel' });
  });

  it.each([
    '../up.py',
    '/etc/passwd',
    'a/../../b.py',
    'C:/x.py',
    'a\\b.py',
    'a//b.py',
    './c.py',
    'nul\0.py',
  ])('a path that leads elsewhere: %j', async (path) => {
    const packed = smallWheel({ unlisted: { [path]: 'x' } });
    await expect(readWheel(FILE, packed)).rejects.toThrow('path leads elsewhere');
  });

  it('an archive that grows past all measure', async () => {
    const packed = archiveOf('zeros.py', deflateRawSync(Buffer.alloc(130_000_000), { level: 1 }));
    expect(packed.length).toBeLessThan(2_000_000);
    await expect(readWheel(FILE, packed)).rejects.toThrow('unpacked it is larger than 120 MB');
  });

  it('too many files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, at) => [`${at}.py`, new Uint8Array()]),
    );
    await expect(readWheel(FILE, zipSync(many, { level: 0 }))).rejects.toThrow(
      'more than 5000 files',
    );
  });
});

/** Of one file that is packed already; it says that it is no larger than that. */
function archiveOf(path: string, deflated: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => void chunks.push(chunk));
  const file = new ZipPassThrough(path);
  file.compression = 8;
  zip.add(file);
  file.push(deflated, true);
  zip.end();
  return Buffer.concat(chunks);
}
