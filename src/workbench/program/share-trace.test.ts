import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TRACE_VERSION, type Trace } from '../../trace/schema.ts';
import { decodeShare, encodeShare, packedRunIn } from './share-link.ts';
import { packRun, unpackRun } from './share-trace.ts';

const PROGRAM = { name: 'tea.py', source: 'print("tea")\n', args: '', seed: '7' };
const TRACE: Trace = {
  version: TRACE_VERSION,
  origin: 'loopscope',
  clock: 'virtual',
  program: { name: 'tea.py', source: PROGRAM.source, seed: 7 },
  events: [
    {
      kind: 'output',
      atNs: 2_000_000_000,
      thread: 0,
      loop: null,
      by: 0,
      stream: 'stdout',
      text: 'tea\n',
    },
  ] as unknown as Trace['events'],
  outcome: { kind: 'exited', status: 0, error: null },
  endedNs: 3_000_000_000,
};

async function linkWithRun(): Promise<string> {
  const made = await encodeShare(PROGRAM);
  if (made.problem !== null) throw new Error(made.problem);
  return `${made.fragment}.${await packRun(TRACE)}`;
}

describe('a run in a link', () => {
  it('comes back as it was, beside its program', async () => {
    const link = await linkWithRun();
    expect(await decodeShare(link)).toMatchObject({ kind: 'program', program: PROGRAM });
    expect(await unpackRun(packedRunIn(link) ?? '', PROGRAM)).toEqual(TRACE);
  });

  it('is lost where the link is cut or damaged, and the program is not', async () => {
    const link = await linkWithRun();
    const begin = link.lastIndexOf('.');
    for (let length = begin; length < link.length; length++) {
      const cut = link.slice(0, length);
      expect(await decodeShare(cut)).toMatchObject({ kind: 'program', program: PROGRAM });
      expect(await unpackRun(packedRunIn(cut) ?? '', PROGRAM)).toBeNull();
    }
    expect(packedRunIn(`${link}.more`)).toBeNull();
    expect(packedRunIn(`${link}%00`)).toBeNull();
    expect(await decodeShare(`${link}%00`)).toMatchObject({ kind: 'program', program: PROGRAM });
  });

  it('does not travel where its reader stopped it, nor is believed to say so to another', async () => {
    const pack = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64url');
    const { program: _, ...head } = TRACE;
    for (const outcome of [
      { kind: 'stopped' },
      { kind: 'crashed', message: 'the page is to blame' },
    ] as const) {
      expect(await packRun({ ...TRACE, outcome })).toBeNull();
      const forged = { ...head, outcome, events: { numbers: [], texts: [] } };
      expect(await unpackRun(pack(forged), PROGRAM)).toBeNull();
    }
  });

  it('is believed only where it is a trace', async () => {
    const pack = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64url');
    const { program: _, ...head } = TRACE;
    for (const value of [
      null,
      [],
      7,
      { ...head, version: 1 },
      { ...head, events: [] },
      { ...head, events: { numbers: [1e9, 5], texts: [] } },
      { ...head, events: { numbers: [], texts: [] }, endedNs: -1 },
      { ...head, events: { numbers: [], texts: [] }, outcome: { kind: 'fine' } },
    ]) {
      expect(await unpackRun(pack(value), PROGRAM), JSON.stringify(value)).toBeNull();
    }
    const bomb = deflateRawSync(Buffer.alloc(20_000_000, ' ')).toString('base64url');
    expect(await unpackRun(bomb, PROGRAM)).toBeNull();
  });
});
