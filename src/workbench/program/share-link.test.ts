import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { WaitName } from '../../trace/timed-waits.ts';
import type { PlaygroundProgram } from './playground-program.ts';
import { decodeShare, encodeShare, MAX_FRAGMENT_CHARS, type SharedBeside } from './share-link.ts';

const PROGRAM: PlaygroundProgram = {
  name: 'café.py',
  source: 'print("<b>é</b> 🙂")\n',
  args: '--n 3 "two words"',
  seed: '42',
};

async function fragmentOf(program: PlaygroundProgram, beside: SharedBeside = {}): Promise<string> {
  const encoded = await encodeShare(program, beside);
  if (encoded.problem !== null) throw new Error(encoded.problem);
  return encoded.fragment;
}

const pack = (bytes: string | Uint8Array) => `#p1.${deflateRawSync(bytes).toString('base64url')}`;

describe('a shared link', () => {
  it('brings back the program, its arguments and its seed', async () => {
    const fragment = await fragmentOf(PROGRAM);
    expect(fragment).toMatch(/^#p1\.[\w-]+$/);
    expect(await decodeShare(fragment)).toEqual({
      kind: 'program',
      program: PROGRAM,
      moment: null,
      whatIf: null,
      late: null,
    });
  });

  it('brings back what is late in the order that it is to run in', async () => {
    const late = [
      { number: 0, byNs: 1_000 },
      { number: 12, byNs: 2_500_000 },
      { look: 7, byNs: 1_000 },
    ];
    expect(await decodeShare(await fragmentOf(PROGRAM, { late }))).toMatchObject({
      kind: 'program',
      late,
    });
  });

  it.each([
    ['no list', 7],
    ['an empty list', []],
    ['no pairs', [[1, 2, 3]]],
    ['a number below 0', [[-1, 1_000]]],
    ['no delay', [[0, 0]]],
    ['a fraction', [[0, 1.5]]],
    ['text', [['0', '1000']]],
    ['more than any order needs', Array.from({ length: 1_001 }, (_, at) => [at, 1])],
  ])('is refused where what is late is %s', async (_, l) => {
    const shared = await decodeShare(pack(JSON.stringify({ s: 'print(1)', l })));
    expect(shared.kind).toBe('broken');
  });

  it('brings back where the playhead stood, before the first step too', async () => {
    for (const moment of [
      { step: 12, atNs: 1_500_000_000 },
      { step: -1, atNs: 0 },
    ]) {
      const shared = await decodeShare(await fragmentOf(PROGRAM, { moment }));
      expect(shared).toEqual({
        kind: 'program',
        program: PROGRAM,
        moment,
        whatIf: null,
        late: null,
      });
    }
  });

  const WAIT: WaitName = {
    agent: 'program / main.py:9 main #1',
    kind: 'sleep',
    line: 4,
    nth: 2,
  };

  it('brings back what is changed of the runs', async () => {
    const both = { waits: [{ wait: WAIT, lengthNs: 800_000_000 }], latencyNs: 50_000_000 };
    const ofLibrary = {
      waits: [{ wait: { ...WAIT, line: null, kind: 'limit' as const }, lengthNs: 0 }],
      latencyNs: null,
    };
    for (const whatIf of [both, ofLibrary]) {
      expect(await decodeShare(await fragmentOf(PROGRAM, { whatIf }))).toMatchObject({ whatIf });
    }
    expect(await fragmentOf(PROGRAM, { whatIf: { waits: [], latencyNs: null } })).toBe(
      await fragmentOf(PROGRAM),
    );
  });

  it.each([
    [[0, ['program', 'nap', 4, 1, 1]], 'a kind that there is not'],
    [[0, ['program', 'sleep', 4, 1, -1]], 'a length below 0'],
    [[0, ['program', 'sleep', 4, 1, 1e15]], 'a length of days'],
    [[0, ['program', 'sleep', 4, 1, 0.5]], 'half a nanosecond'],
    [[0, ['program', 'sleep', 0, 1, 1]], 'a line 0'],
    [[0, ['program', 'sleep', 4, 0, 1]], 'a time 0'],
    [[0, ['x'.repeat(2_000), 'sleep', 4, 1, 1]], 'a name without end'],
    [[0, ['program', 'sleep', 4, 1, 1, 1]], 'too much'],
    [[0, 'program'], 'a text for a wait'],
    [[-1], 'a latency below 0'],
    [[1e12], 'a latency of minutes'],
    [[0, ...Array(101).fill(['program', 'sleep', 4, 1, 1])], 'more waits than anyone changes'],
    [{}, 'no list'],
    [7, 'a number'],
  ])('that changes %j is refused: %s', async (w, _) => {
    const shared = await decodeShare(pack(JSON.stringify({ s: 'x', w })));
    expect(shared).toMatchObject({
      kind: 'broken',
      message: expect.stringMatching(/expected lengths of waits/),
    });
  });

  it('made before links had moments opens as it did', async () => {
    const program = { ...PROGRAM, name: 'main.py', args: '', seed: '0' };
    const old = pack(JSON.stringify({ s: PROGRAM.source }));
    expect(await decodeShare(old)).toEqual({
      ...{ kind: 'program', program, moment: null, whatIf: null, late: null },
    });
  });

  it('is short for a short program, and the same every time', async () => {
    const hello = { name: 'main.py', source: 'print("hello")', args: '', seed: '0' };
    expect((await fragmentOf(hello)).length).toBeLessThan(50);
    expect(await fragmentOf(hello)).toBe(await fragmentOf(hello));
  });

  it('has half of a surrogate pair as a saved file would', async () => {
    const odd = { ...PROGRAM, source: 'x = "\ud83d"' };
    const program = { ...PROGRAM, source: 'x = "\ufffd"' };
    expect(await decodeShare(await fragmentOf(odd))).toMatchObject({ kind: 'program', program });
  });

  it('is refused for a program that is too long, in words that say what to do', async () => {
    let source = '';
    for (let at = 0; at < 60_000; at++) source += ((at * 2654435761) >>> 7).toString(36);
    const { problem } = await encodeShare({ ...PROGRAM, source });
    expect(problem).toContain('too long for a link, which may have 32,000 characters. Save it');
  });

  it('is refused for a seed that is none', async () => {
    expect((await encodeShare({ ...PROGRAM, seed: 'x' })).problem).toContain('whole number');
  });
});

describe('a fragment that a stranger wrote', () => {
  it('is left alone where it is a heading’s', async () => {
    for (const hash of ['', '#', '#_top', '#pitfalls', '#p', '#python.1']) {
      expect(await decodeShare(hash)).toEqual({ kind: 'none' });
    }
  });

  it('says which version it expected', async () => {
    expect(await messageOf('#p2.AAAA')).toContain('expected a link of version 1, found version 2');
    expect(await messageOf(`#p${'9'.repeat(500)}.AAAA`)).toMatch(/found version 9{9}\. /);
  });

  it('is refused when it is cut, at whatever character', async () => {
    const fragment = await fragmentOf(PROGRAM);
    for (let length = 3; length < fragment.length; length++) {
      expect(await messageOf(fragment.slice(0, length))).toContain('cannot be opened');
    }
  });

  it('is refused when it is no base64url, no deflated data, or has more after it', async () => {
    const fragment = await fragmentOf(PROGRAM);
    for (const hash of ['#p1', '#p1.', '#p1.%00', '#p1.<script>', '#p1.____', `${fragment}AAAA`]) {
      expect(await messageOf(hash)).toContain('damaged');
    }
  });

  it('is refused when its text is not UTF-8, not JSON, or not a program', async () => {
    expect(await messageOf(pack(Uint8Array.of(0xff, 0xfe, 0x80)))).toContain('damaged');
    expect(await messageOf(pack('print(1)'))).toContain('damaged');
    for (const json of [
      'null',
      '[]',
      '7',
      '{}',
      '{"s":1}',
      '{"s":"","a":[]}',
      '{"s":"","r":-1}',
      '{"s":"","r":1.5}',
      '{"s":"","r":"1"}',
      '{"s":"","n":{}}',
      '{"s":"","m":7}',
      '{"s":"","m":[1]}',
      '{"s":"","m":[-2,0]}',
      '{"s":"","m":[0,-1]}',
      '{"s":"","m":[0,0.5]}',
      '{"s":"","m":["0","0"]}',
      '{"s":"","m":[0,1e300]}',
    ]) {
      expect(await messageOf(pack(json)), json).toContain('expected a program in it');
    }
  });

  it('is refused before it is unpacked beyond what a program can be', async () => {
    const bomb = pack(Buffer.alloc(20_000_000, ' '));
    expect(bomb.length).toBeLessThan(MAX_FRAGMENT_CHARS);
    expect(await messageOf(bomb)).toContain('unpacks to more');
    expect(await messageOf(pack(JSON.stringify({ s: 'x'.repeat(300_000) })))).toContain('longer');
    expect(await messageOf(`#p1.${'A'.repeat(1_000_000)}`)).toContain('at most 32000 characters');
  });

  it('cannot smuggle a path, a control character or a prototype into a tab', async () => {
    const json = '{"s":"1\\r\\n2","n":"../../etc/a\\u0007\\u202eb.py","__proto__":{"a":"x"}}';
    expect(await decodeShare(pack(json))).toEqual({
      kind: 'program',
      program: { name: 'ab.py', source: '1\n2', args: '', seed: '0' },
      moment: null,
      whatIf: null,
      late: null,
    });
  });
});

async function messageOf(hash: string): Promise<string> {
  const shared = await decodeShare(hash);
  if (shared.kind !== 'broken') throw new Error(`expected a broken link, found ${shared.kind}`);
  return shared.message;
}
