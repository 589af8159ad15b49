import { describe, expect, it } from 'vitest';
import { exampleTopics } from './example-topics.ts';

const SNIPPETS = ['coroutines/first-await', 'examples/chat', 'examples/crawler'];

describe('the topics of the examples', () => {
  it('keep the order in which they are written', () => {
    const yaml = `
- topic: Network
  programs: [examples/crawler, examples/chat]
- topic: Beginnings
  programs: [coroutines/first-await]
`;
    expect(exampleTopics(yaml, SNIPPETS)).toEqual([
      { title: 'Network', names: ['examples/crawler', 'examples/chat'] },
      { title: 'Beginnings', names: ['coroutines/first-await'] },
    ]);
  });

  it('name a program that does not exist', () => {
    const yaml = '- topic: Network\n  programs: [examples/chat, examples/crawler, examples/gone]';
    expect(() => exampleTopics(yaml, SNIPPETS)).toThrow('found examples/gone');
  });

  it('name a program of the playground’s own that no topic has', () => {
    const yaml = '- topic: Network\n  programs: [examples/chat]';
    expect(() => exampleTopics(yaml, SNIPPETS)).toThrow('put examples/crawler there once');
  });

  it('name a program that stands twice', () => {
    const yaml = '- topic: Network\n  programs: [examples/chat, examples/crawler, examples/chat]';
    expect(() => exampleTopics(yaml, SNIPPETS)).toThrow('put examples/chat there once');
  });
});
