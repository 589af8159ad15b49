import { expect, test } from 'vitest';
import { createReading, type SpeechEvents } from './reading.ts';

/** A voice that is done when the test says so. */
function voice() {
  const said: string[] = [];
  let events: SpeechEvents | null = null;
  return {
    said,
    finish: () => events?.onEnd(),
    word: (from: number) => events?.onWord(from),
    speaker: {
      say(text: string, rate: number, told: SpeechEvents) {
        said.push(rate === 1 ? text : `${text} x${rate}`);
        events = told;
      },
      stop() {
        events = null;
      },
    },
  };
}

function reading(texts: readonly string[]) {
  const { said, finish, word, speaker } = voice();
  const told: (number | null | string)[] = [];
  const made = createReading({
    texts,
    speaker,
    rate: 1,
    onSentence: (at) => told.push(at),
    onWord: (at, from) => told.push(`${at}:${from}`),
    onPlaying: (playing) => told.push(playing ? 'plays' : 'rests'),
  });
  return { made, said, finish, word, told };
}

test('one sentence follows the other, and the end is told', () => {
  const { made, said, finish, told } = reading(['One.', 'Two.']);
  made.play();
  finish();
  finish();
  expect(said).toEqual(['One.', 'Two.']);
  expect(told).toEqual(['plays', 0, 1, 'rests', null]);
  expect(made.playing).toBe(false);
});

test('words are told of with their sentence', () => {
  const { made, word, finish, told } = reading(['One.', 'Two.']);
  made.play();
  finish();
  word(0);
  made.pause();
  word(2);
  expect(told).toEqual(['plays', 0, 1, '1:0', 'rests']);
});

test('after a pause the same sentence begins anew', () => {
  const { made, said, finish } = reading(['One.', 'Two.']);
  made.play();
  finish();
  made.pause();
  made.play();
  expect(said).toEqual(['One.', 'Two.', 'Two.']);
});

test('one can go on and back, within the text, also while it rests', () => {
  const { made, said, told } = reading(['One.', 'Two.', 'Three.']);
  made.move(2);
  made.move(5);
  made.play();
  made.move(-1);
  made.move(-9);
  expect(said).toEqual(['Three.', 'Two.', 'One.']);
  expect(told).toEqual([2, 2, 'plays', 2, 1, 0]);
});

test('another speed holds from now on', () => {
  const { made, said } = reading(['One.']);
  made.play();
  made.setRate(1.5);
  expect(said).toEqual(['One.', 'One. x1.5']);
});

test('what was stopped says no more', () => {
  const { made, said, finish } = reading(['One.', 'Two.']);
  made.play();
  made.end();
  finish();
  expect(said).toEqual(['One.']);
});

test('of nothing there is nothing to say', () => {
  const { made, told } = reading([]);
  made.play();
  expect([made.playing, told]).toEqual([false, []]);
});
