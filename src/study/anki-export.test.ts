import { expect, test } from 'vitest';
import { ankiText } from './anki-export.ts';
import type { Flashcard } from './flashcard.ts';

const card: Flashcard = {
  id: 'coroutines/quotes',
  chapter: 'coroutines',
  kind: 'prints',
  level: 'easy',
  section: 'pitfalls',
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
