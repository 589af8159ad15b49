import { expect, it } from 'vitest';
import { tracebackAt } from '../../../analysis/traceback/traceback.ts';
import { foldedText, whereText } from './fold-words.ts';

function through(...files: readonly string[]): string {
  const frames = files.map((file) => `  File "${file}", line 1, in f`);
  const traceback = tracebackAt(
    ['Traceback (most recent call last):', ...frames, 'KeyError: 1'],
    0,
  );
  return traceback ? foldedText(traceback) : 'none';
}

it('counts the frames of libraries, and says of which', () => {
  const runners = '/usr/lib/python3.14/asyncio/runners.py';
  expect(through('main.py', '/home/learner/helper.py')).toBe('');
  expect(through('main.py', runners)).toBe(', with 1 frame in asyncio');
  expect(through('main.py', runners, '/usr/lib/python3.14/threading.py')).toBe(
    ', with 2 frames in asyncio and threading',
  );
  expect(
    through('<frozen runpy>', runners, '/usr/lib/python3.14/site-packages/anyio/_core/x.py'),
  ).toBe(', with 3 frames in libraries');
});

it('says where a frame stands', () => {
  const frame = { line: 9, from: 0, to: 1 };
  expect(whereText({ ...frame, file: 'main.py', function: 'Shop.open' })).toBe(
    'line 9 in Shop.open',
  );
  expect(whereText({ ...frame, file: 'main.py', function: '<module>' })).toBe('line 9');
  expect(whereText({ ...frame, file: '/home/learner/helper.py', function: null })).toBe(
    'helper.py line 9',
  );
});
