import { expect, it } from 'vitest';
import type { OutputScript } from '../../analysis/playback.ts';
import { packScript, unpackScript } from './packed-script.ts';

const script: OutputScript = {
  lines: [
    { atNs: 0, stream: 'stdout', text: 'out' },
    { atNs: 5, stream: 'stderr', text: 'err' },
  ],
  endedNs: 7,
  outcome: { kind: 'deadlocked' },
};

it('comes out as it went in, through JSON', () => {
  expect(unpackScript(JSON.parse(JSON.stringify(packScript(script))))).toEqual(script);
});
