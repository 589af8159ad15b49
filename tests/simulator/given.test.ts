/** What a program is given besides its own text: standard input, and files that lie beside it. */
import { expect, it } from 'vitest';
import { formatTranscript } from '../../src/analysis/transcript.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Program } from '../../src/simulator/simulator.ts';
import { dedent } from '../dedent.ts';

const simulator = createNodeSimulator();
const bytes = (text: string) => new TextEncoder().encode(text);

async function transcriptOf(program: Program): Promise<string> {
  const run = simulator.run({ ...program, source: dedent(program.source) });
  return formatTranscript(await run.finished).trimEnd();
}

it('reads line by line what was given as standard input, and then finds its end', async () => {
  const source = `
    import sys
    print(input("name? ").upper(), input(), sys.stdin.isatty())
    print(sys.stdin.readline(), end="")
    try:
        input("more? ")
    except EOFError as error:
        print(error)
  `;
  expect(await transcriptOf({ source, stdin: bytes('Zoë\n\nlast\n') })).toBe(
    dedent(`
      [   0.000] name? ZOË  False
      [   0.000] last
      [   0.000] more? EOF when reading a line (there is no keyboard here, and nothing more was given as standard input)
      [   0.000]= exit 0`).trim(),
  );
});

it('hands it on as bytes, to coroutines and to children', async () => {
  const source = `
    import asyncio, subprocess, sys

    async def main():
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        print(await reader.readexactly(3))

    print(sys.stdin.buffer.raw.read(2))
    print(subprocess.run([sys.executable, "-c", "import os; print(os.read(0, 2))"], capture_output=True).stdout)
    asyncio.run(main())
  `;
  const stdin = Uint8Array.of(0, 255, 10, 128, 0x61, 0x62, 0x63);
  expect(await transcriptOf({ source, stdin })).toMatch(
    /b'\\x00\\xff'\n.* b"b'\\\\n\\\\x80'\\n"\n.* b'abc'/,
  );
});

const SHOP: Program = {
  source: `
    import helper, os, shop.prices
    print(helper.greet("Ann"), shop.prices.TEA, open("stock.csv").read())
    for path in ("helper.py", "shop/new.py"):
        try:
            open(path, "w")
        except OSError as error:
            print(error)
    open("own.txt", "w").write("mine")
    helper.fail()
  `,
  files: {
    'helper.py': bytes('def greet(name): return f"hello {name}"\n\ndef fail(): 1 / 0\n'),
    'shop/prices.py': bytes('TEA = 2\n'),
    'stock.csv': bytes('tea,7'),
  },
};

it('imports and reads what lies beside it, and can’t change it', async () => {
  const transcript = await transcriptOf(SHOP);
  expect(transcript).toContain('hello Ann 2 tea,7');
  expect(transcript).toContain("Permission denied: 'helper.py'");
  expect(transcript).toContain("Permission denied: 'shop/new.py'");
  expect(transcript).toContain('File "/home/learner/helper.py", line 3, in fail');
});

it('has the same given in each of many runs in one interpreter', async () => {
  const source = dedent(`
    import helper, sys
    helper.seen = getattr(helper, "seen", 0) + 1
    print(input(), helper.seen, [each.__name__ for each in sys.meta_path])
  `);
  const program: Program = {
    source,
    stdin: bytes('once\n'),
    files: { 'helper.py': bytes('') },
  };
  const once = (await transcriptOf(program)).match(/once 1 .*/)?.[0];
  expect(once).toBeDefined();
  const outputs: string[] = [];
  const schedules = [{ policy: 'fifo' }, { policy: 'fifo' }] as const;
  await simulator.explore(program).run(schedules, (runs) => {
    outputs.push(...runs.map(({ output }) => output));
  });
  // The finders are the walled ones, as in any run.
  expect(outputs).toEqual([`${once}\n`, `${once}\n`]);
});
