import { expect, it } from 'vitest';
import { openFile } from './open-file.ts';

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
  expect(await problemOf(Uint8Array.of(0x22, 0xe9), 'latin.py')).toContain('as UTF-8 text');
});
