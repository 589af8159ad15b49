import { expect, test } from 'vitest';
import { termNoteId } from './term-note-id.ts';
import { placeNote } from './term-notes.ts';

const window = { width: 400, height: 600 };
const note = { width: 300, height: 80 };

test('a note stands below its term', () => {
  const position = placeNote({ left: 40, top: 100, width: 60, height: 20 }, note, window);
  expect(position).toEqual({ left: 40, top: 126 });
});

test('near the right edge it is moved in', () => {
  const position = placeNote({ left: 350, top: 100, width: 40, height: 20 }, note, window);
  expect(position.left).toBe(84);
});

test('near the bottom it stands above its term', () => {
  const position = placeNote({ left: 40, top: 560, width: 60, height: 20 }, note, window);
  expect(position.top).toBe(474);
});

test('where there is room neither above nor below it stays below, where one can scroll to it', () => {
  const position = placeNote({ left: 40, top: 50, width: 60, height: 20 }, note, {
    width: 400,
    height: 120,
  });
  expect(position.top).toBe(76);
});

test('a term that stands twice in a page has two notes with two ids', () => {
  const page = {};
  const ids = [termNoteId(page, 'task'), termNoteId(page, 'task'), termNoteId({}, 'task')];
  expect(ids).toEqual(['term-task', 'term-task-2', 'term-task']);
});
