import { expect, it } from 'vitest';
import { formatCpythonReport, type ModuleResult } from './cpython-report.ts';
import { readVerdicts, type Verdict } from './cpython-verdicts.ts';

const passed: Verdict = { kind: 'passed', why: '' };
const failed = (why: string): Verdict => ({ kind: 'failed', why });

function moduleOf(simulated: object, native: object | null): ModuleResult {
  return {
    name: 'test_small',
    simulated: new Map(Object.entries(simulated)),
    native: native && new Map(Object.entries(native)),
  };
}

it('agrees where all passes that passes natively, whatever fails on both sides', () => {
  const both = { 'a.T.one': passed, 'a.T.two': failed('AssertionError') };
  expect(formatCpythonReport('Heading', [moduleOf(both, both)], false)).toEqual({
    agrees: true,
    text: `Heading

module          ran   passed   failed  skipped excepted  differs
test_small        2        1        1        ·        ·        ·
total             2        1        1        ·        ·        ·

Natively 1 pass, and of these 1 here.
`,
  });
});

it('lists what passes natively and not here, by the last line that it failed with', () => {
  const simulated = { 'a.T.one': failed('Traceback\n  line\nKeyError: 1') };
  const native = { 'a.T.one': passed, 'a.T.two': passed };
  const { agrees, text } = formatCpythonReport('', [moduleOf(simulated, native)], false);
  expect(agrees).toBe(false);
  expect(text).toContain('test_small        1        ·        1        ·        ·        2\n');
  expect(text).toContain(`Pass natively, and not here:
  a.T.one: failed: KeyError: 1
  test_small: not run: 1 test
`);
});

it('shows tracebacks whole where that is asked for', () => {
  const simulated = { 'a.T.one': failed('Traceback\nKeyError: 1') };
  const { text } = formatCpythonReport('', [moduleOf(simulated, { 'a.T.one': passed })], true);
  expect(text).toContain('  a.T.one: failed: \n    Traceback\n    KeyError: 1\n');
});

it('excepts what can’t pass here, and says why', () => {
  const id = 'test.test_asyncio.test_events.EPollEventLoopTests.test_bidirectional_pty';
  const result = moduleOf({ [id]: failed('NotImplementedError') }, { [id]: passed });
  const { agrees, text } = formatCpythonReport('', [result], false);
  expect(agrees).toBe(true);
  expect(text).toContain('Cannot pass here:\n  1 test: there are no pseudo-terminals here\n');
});

it('without a native Python, lists what fails', () => {
  const result = moduleOf({ 'a.T.one': failed('KeyError: 1'), 'a.T.two': passed }, null);
  const { agrees, text } = formatCpythonReport('', [result], false);
  expect(agrees).toBe(false);
  expect(text).toContain('Fail here:\n  a.T.one: failed: KeyError: 1\n');
});

it('lists a module that can’t be imported, of which nothing is known natively', () => {
  const result = moduleOf({ 'loader._FailedTest.a': failed('ImportError: no') }, { b: passed });
  const { text } = formatCpythonReport('', [result], false);
  expect(text).toContain('  loader._FailedTest.a: failed: ImportError: no\n');
});

it('reads verdicts between what the tests print', () => {
  const told = readVerdicts(
    [
      'printed by a test',
      '\x1e["began", "a.T.one"]',
      '\x1e["passed", "a.T.one", ""]',
      '["passed", "no verdict"]',
      '\x1e["began", "a.T.two"]',
    ].join('\n'),
  );
  expect(told).toEqual({
    verdicts: new Map([['a.T.one', passed]]),
    underway: 'a.T.two',
    ended: false,
  });
});
