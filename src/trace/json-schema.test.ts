import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEvents } from './arbitrary-events.ts';
import { traceJsonSchema } from './json-schema.ts';

const validate = new Ajv2020({ discriminator: false }).compile(
  traceJsonSchema('https://example.org/schema/trace-2.json'),
);

const trace = (events: readonly unknown[]) => ({
  version: 2,
  origin: 'loopscope',
  clock: 'virtual',
  program: { name: 'main.py', source: null, seed: 0 },
  events,
  outcome: { kind: 'deadlocked' },
  endedNs: 1e12,
});

it('says of a trace what the validation says of it', () => {
  fc.assert(
    fc.property(arbitraryEvents(20), (events) => {
      expect(validate(trace(events)) || validate.errors).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ['an event of no kind', [{ kind: 'won', atNs: 0, thread: 0, loop: null }]],
  ['an event without a field', [{ kind: 'step-began', atNs: 0, thread: 0, loop: null }]],
  ['a field of another type', [{ kind: 'step-began', atNs: '0', thread: 0, loop: null, task: 1 }]],
])('refuses %s', (_, events) => {
  expect(validate(trace(events))).toBe(false);
});
