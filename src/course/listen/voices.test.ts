import { expect, test } from 'vitest';
import { englishVoice } from './voices.ts';

const voice = (name: string, lang: string, fields: Partial<SpeechSynthesisVoice> = {}) =>
  ({ name, lang, localService: true, default: false, ...fields }) as SpeechSynthesisVoice;

const nameOf = (...voices: SpeechSynthesisVoice[]) => englishVoice(voices)?.name ?? null;

test('a voice of this device is taken before one from a network', () => {
  expect(nameOf(voice('far', 'en-US', { localService: false }), voice('near', 'en-GB'))).toBe(
    'near',
  );
  expect(nameOf(voice('far', 'en-US', { localService: false }))).toBe('far');
});

test('among several the browser’s own choice is taken', () => {
  expect(nameOf(voice('a', 'en-US'), voice('b', 'en-GB', { default: true }))).toBe('b');
});

test('a voice for another language reads no English', () => {
  expect(nameOf(voice('a', 'de-DE'), voice('b', 'eno'))).toBe(null);
  expect(nameOf()).toBe(null);
});
