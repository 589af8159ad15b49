import { expect, it } from 'vitest';
import { plainEdition } from './plain-edition.ts';

const files = {
  headings: 'as written' as const,
  program: (name: string) => `# ${name}\n`,
  transcript: () => '[0.000] hello\n',
  term: (id: string) => id.replaceAll('-', ' '),
};
const plain = (mdx: string) => plainEdition(mdx, files);

it('puts a program and its recorded output where the chapter names it', () => {
  expect(plain('<Snippet name="a/b" caption="What `b` does." predict={{ order: true }} />')).toBe(
    'What `b` does.\n\n```python\n# a/b\n```\n\n```text\n[0.000] hello\n```\n',
  );
});

it('names a term by its text, or by its name', () => {
  expect(plain('A <Term id="task">tasks</Term> and <Term id="event-loop" />.')).toBe(
    'A tasks and event loop.\n',
  );
});

it('keeps headings, lists and what stands in components, and drops imports', () => {
  const mdx = [
    "import Aims from './Aims.astro';",
    '',
    '## Waiting',
    '',
    '<Pitfall title="Not `awaiting`">',
    '',
    '- one',
    '- two',
    '',
    '</Pitfall>',
  ].join('\n');
  expect(plain(mdx)).toBe('## Waiting\n\n**Not `awaiting`**\n\n- one\n- two\n');
});

it('labels the three lengths of a summary', () => {
  expect(plain('<Summary>\n<Fragment slot="line">\n\nShort.\n\n</Fragment>\n</Summary>')).toBe(
    '**In a line**\n\nShort.\n',
  );
});

it('shows both programs of a comparison, each under its title', () => {
  const mdx = `<Compare first={{ title: 'In a row', name: 'a/b' }} second={{ title: "At once", name: 'a/c' }}>
  Above, below.
</Compare>`;
  expect(plain(mdx)).toMatch(
    /^\*\*In a row\*\*\n\n```python\n# a\/b\n.*\*\*At once\*\*\n\n```python\n# a\/c\n.*\nAbove, below\.\n$/s,
  );
  expect(() => plain('<Compare first={one} second={two} />')).toThrow('<Compare first>: expected');
});

it('leaves out the heading of what it leaves out', () => {
  expect(plain('## Quiz\n\n<Quiz chapter="a" />\n\n## End\n\n### Soon\n\nNow.\n')).toBe(
    '## End\n\n### Soon\n\nNow.\n',
  );
});

it('puts the headings of a lesson below the chapter’s', () => {
  expect(plainEdition('## One\n\nText.', { ...files, headings: 'one deeper' })).toBe(
    '### One\n\nText.\n',
  );
});
