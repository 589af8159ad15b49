import { expect, it } from 'vitest';
import { snippetNames } from '../course/snippet/snippet-names.ts';
import { hashText } from '../ui/hash-text.ts';
import { FIRST_PROGRAM } from './playground-tabs.ts';
import { recordedPrograms } from './recorded-programs.ts';

it('has the program that the playground opens with, which is one of its examples', () => {
  expect(recordedPrograms()[hashText(FIRST_PROGRAM.source)]).toBe('examples/two-drinks');
});

it('tells all programs of the course apart', () => {
  expect(Object.values(recordedPrograms()).toSorted()).toEqual(snippetNames().toSorted());
});
