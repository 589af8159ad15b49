import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEvents } from './arbitrary-events.ts';
import {
  decodeEvents,
  EventDecoder,
  EventEncoder,
  encodeEvents,
  KINDS,
  numberOfKind,
} from './codec.ts';
import { InvalidTrace } from './validate.ts';

it('decodes whatever it has encoded', () => {
  fc.assert(
    fc.property(arbitraryEvents(), (events) => {
      expect(decodeEvents(encodeEvents(events))).toEqual(events);
    }),
  );
});

it('decodes batches that were encoded one after another', () => {
  fc.assert(
    fc.property(arbitraryEvents(), fc.nat(), (events, cut) => {
      const encoder = new EventEncoder();
      const decoder = new EventDecoder();
      const first = events.slice(0, cut % (events.length + 1));
      for (const event of first) encoder.add(event);
      const decoded = decoder.decode(encoder.take());
      for (const event of events.slice(first.length)) encoder.add(event);
      expect([...decoded, ...decoder.decode(encoder.take())]).toEqual(events);
    }),
  );
});

it('has a number for each kind, and none is that of a change of thread or loop', () => {
  expect(KINDS.map(numberOfKind)).toEqual(KINDS.map((_, index) => index + 1));
});

it('refuses whatever is no encoding, in words and at once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.double())), (numbers) => {
      try {
        decodeEvents({ numbers, texts: ['a'] });
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTrace);
      }
    }),
  );
});

it('refuses an encoding in which a number was changed, or reads events that can be', () => {
  fc.assert(
    fc.property(arbitraryEvents(), fc.nat(), fc.integer(), (events, index, number) => {
      const encoded = encodeEvents(events);
      const numbers = Array.from(encoded.numbers);
      numbers[index % (numbers.length + 1)] = number;
      try {
        const decoded = decodeEvents({ ...encoded, numbers });
        expect(decodeEvents(encodeEvents(decoded))).toEqual(decoded);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTrace);
      }
    }),
  );
});
