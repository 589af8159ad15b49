import { expect, test } from 'vitest';
import { ankiText } from './anki-export.ts';
import type { Flashcard } from './flashcard.ts';

const card: Flashcard = {
  id: 'coroutines/quotes',
  chapter: 'coroutines',
  kind: 'prints',
  level: 'easy',
  taughtAt: '/coroutines/review/#pitfalls',
  terms: [],
  tags: [],
  front: [
    { kind: 'prose', text: 'What does `a < b` print?' },
    { kind: 'code', source: 'if x:\n\tprint("a & b")', snippet: null },
  ],
  back: [{ kind: 'output', lines: [{ at: '1.500', text: 'a & b', error: false }] }],
};

test('headers, columns and escaping are those of Anki’s text import', () => {
  const text = ankiText([card], { titleOf: () => 'Coroutines' });
  expect(text.slice(0, text.indexOf('loopscope/'))).toBe(
    '#separator:tab\n#html:true\n#notetype:Basic\n#columns:GUID\tDeck\tFront\tBack\tTags\n' +
      '#guid column:1\n#deck column:2\n#tags column:5\n',
  );
  expect(text.slice(text.indexOf('loopscope/'))).toBe(
    'loopscope/coroutines/quotes\tLoopscope::Coroutines\t' +
      '"<p>What does <code>a &lt; b</code> print?</p><pre style=""text-align:left""><code>if x:<br>\tprint(""a &amp; b"")</code></pre>"\t' +
      '"<pre style=""text-align:left"">[   1.500] a &amp; b</pre>"\t' +
      'loopscope coroutines prints easy\n',
  );
});

test('a reader of that format gets back each field, whatever is in it', () => {
  const odd: Flashcard = {
    ...card,
    id: 'coroutines/odd',
    tags: ['await'],
    front: [{ kind: 'prose', text: '"Quoted"\tand\nbroken, # not a comment; a; b' }],
    back: [{ kind: 'code', source: 'x = """\n\t<&>\n"""', snippet: null }],
  };
  const { headers, rows } = readAnki(ankiText([odd, card], { titleOf: () => 'A::B "C"' }));
  expect(headers).toEqual({
    separator: 'tab',
    html: 'true',
    notetype: 'Basic',
    columns: 'GUID\tDeck\tFront\tBack\tTags',
    'guid column': '1',
    'deck column': '2',
    'tags column': '5',
  });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual([
    'loopscope/coroutines/odd',
    'Loopscope::A B "C"',
    '<p>"Quoted"\tand broken, # not a comment; a; b</p>',
    '<pre style="text-align:left"><code>x = """<br>\t&lt;&amp;&gt;<br>"""</code></pre>',
    'loopscope coroutines prints easy await',
  ]);
  expect(rows[1]).toHaveLength(5);
});

/**
 * Reads as Anki's manual says: lines that begin with `#` before the first note are headers; then
 * fields between tabs, of which those in quotes may hold tabs, line breaks, and quotes doubled.
 */
function readAnki(text: string) {
  const headers: Record<string, string> = {};
  let rest = text;
  for (let line = /^#([^:]+):(.*)\n/.exec(rest); line; line = /^#([^:]+):(.*)\n/.exec(rest)) {
    headers[line[1] ?? ''] = line[2] ?? '';
    rest = rest.slice(line[0].length);
  }
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of rest.matchAll(
    /(?:"((?:[^"]|"")*)"|([^"\t\n][^\t\n]*)?)(\t|\n)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
  }
  return { headers, rows: rows.slice(0, -1) };
}
