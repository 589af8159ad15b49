import { expect, it } from 'vitest';
import { type KeptEdits, NO_EDITS } from './edits.ts';
import { mergeEdits } from './merge-edits.ts';

const edits = (current: string | null, others: readonly string[] = []): KeptEdits => ({
  ...NO_EDITS,
  current,
  others,
});

const merged = (own: KeptEdits, base: KeptEdits, kept: KeptEdits, holds = true) =>
  mergeEdits({ own, base, kept, holds });

it('takes the edit of another window where nothing was typed in this one', () => {
  expect(merged(NO_EDITS, NO_EDITS, edits('theirs'), false)).toEqual(edits('theirs'));
});

it('keeps both where both have typed, and this window’s in sight', () => {
  expect(merged(edits('mine'), NO_EDITS, edits('theirs'))).toEqual(edits('mine', ['theirs']));
  const saved = merged(edits('mine'), edits('mine'), edits('theirs', ['mine']));
  expect(saved).toEqual(edits('mine', ['theirs']));
});

it('keeps one where both have typed the same, or the other has only begun anew', () => {
  expect(merged(edits('same'), NO_EDITS, edits('same'))).toEqual(edits('same'));
  expect(merged(edits('mine more'), edits('mine'), NO_EDITS)).toEqual(edits('mine more'));
});

it('keeps a third window’s edit beside the other two', () => {
  const two = edits('second', ['first']);
  expect(merged(edits('third'), NO_EDITS, two)).toEqual(edits('third', ['first', 'second']));
});

it('lets go of what either window has discarded', () => {
  const both = edits('mine', ['theirs']);
  expect(merged(edits('mine'), both, both)).toEqual(edits('mine'));
  expect(merged(both, both, edits('mine'))).toEqual(edits('mine'));
});

it('lets go of an edit of an earlier version where either has', () => {
  const aside: KeptEdits = { current: null, older: 'old', others: [] };
  expect(merged(aside, aside, NO_EDITS)).toEqual(NO_EDITS);
  expect(merged(NO_EDITS, aside, aside)).toEqual(NO_EDITS);
});
