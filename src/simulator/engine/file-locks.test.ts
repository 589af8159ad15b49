import { expect, it } from 'vitest';
import { FileLocks } from './file-locks.ts';

const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_UN = 8;

/** Descriptors 0 and 1 are copies of one, 2 is the same file opened again, 3 another file. */
function createFiles() {
  const [file, another, opened] = [{}, {}, {}];
  const streams: ({ node: object; shared: object } | null)[] = [
    { node: file, shared: opened },
    { node: file, shared: opened },
    { node: file, shared: {} },
    { node: another, shared: {} },
  ];
  const files = {
    streams,
    close(stream: { node: object; shared: object }) {
      streams[streams.indexOf(stream)] = null;
    },
  };
  const locks = new FileLocks(files);
  const close = (fd: number) => files.close(streams[fd] as { node: object; shared: object });
  return { locks, close };
}

it('lets one have a file alone, or many share it', () => {
  const { locks } = createFiles();
  expect(locks.lock(0, LOCK_EX)).toBe(true);
  expect(locks.lock(1, LOCK_EX)).toBe(true);
  expect(locks.lock(2, LOCK_SH)).toBe(false);
  expect(locks.lock(3, LOCK_EX)).toBe(true);
  expect(locks.lock(1, LOCK_SH)).toBe(true);
  expect(locks.lock(2, LOCK_SH)).toBe(true);
  expect(locks.lock(2, LOCK_EX)).toBe(false);
});

it('ends a lock with the last descriptor that has it, and tells who waits', () => {
  const { locks, close } = createFiles();
  const told: string[] = [];
  locks.lock(0, LOCK_EX);
  locks.onUnlock(2, () => told.push(`unlocked, free: ${locks.lock(2, LOCK_EX)}`));
  close(0);
  expect(told).toEqual([]);
  close(1);
  expect(told).toEqual(['unlocked, free: true']);
  locks.lock(2, LOCK_UN);
  expect(told).toHaveLength(1);
});
