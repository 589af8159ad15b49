import { expect, it } from 'vitest';
import { listProblems, openFile } from './open-file.ts';

const problemOf = async (content: BlobPart, name: string) =>
  (await openFile(new File([content], name))).problem;

it('opens a program, whatever its line ends', async () => {
  expect(await openFile(new File(['print("é")\r\n'], 'café.PY'))).toEqual({
    name: 'café.py',
    source: 'print("é")\n',
    problem: null,
  });
});

it('says what it expected and what it found', async () => {
  expect(await problemOf('x', 'photo.png')).toBe(
    'Expected a file whose name ends in .py, found “photo.png”.',
  );
  expect(await problemOf('x'.repeat(300 * 1024), 'big.py')).toBe(
    '“big.py” has 300 KB; the playground opens files up to 256 KB.',
  );
});

it('reads a file as CPython does: its mark, the encoding that it declares', async () => {
  const opened = async (bytes: number[], head = '') => {
    const file = new File([head, Uint8Array.from(bytes)], 'menu.py');
    return openFile(file);
  };
  expect(await opened([0xef, 0xbb, 0xbf, 0x78])).toMatchObject({ source: 'x', problem: null });
  expect(await opened([0xe9], '# coding: latin-1\n')).toMatchObject({
    source: '# coding: latin-1\né',
    problem: null,
  });
  expect(await opened([0x22, 0xe9])).toEqual({
    problem:
      "“menu.py” cannot be read, by Python neither: Non-UTF-8 code starting with '\\xe9' in file menu.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details. Save it as UTF-8, and open it again.",
  });
});

it('says where a file has gone since it was chosen', async () => {
  const gone = new File(['x'], 'gone.py');
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  expect(await openFile(gone)).toEqual({
    problem: '“gone.py” could not be read. Is it still where it was?',
  });
});

it('lists what is wrong with several files, and counts where there are many', () => {
  expect(listProblems(['A.', 'B.'])).toBe('A. B.');
  expect(listProblems(['A.', 'B.', 'C.', 'D.'])).toBe('A. B. C. 1 more file was refused.');
});
