import type { Speaker } from './reading.ts';

/**
 * The voice that reads English best: one of this device before one from a network, and the
 * browser's own choice among those. Null where there is none.
 */
export function englishVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const english = voices.filter(({ lang }) => /^en\b/i.test(lang));
  const best = (of: readonly SpeechSynthesisVoice[]) => of.find((voice) => voice.default) ?? of[0];
  return best(english.filter(({ localService }) => localService)) ?? best(english) ?? null;
}

/** Calls back once there is a voice: browsers look for theirs after the page has loaded. */
export function onceAVoice(found: () => void): void {
  const speech = globalThis.speechSynthesis;
  if (!speech?.getVoices) return;
  const look = () => {
    if (!englishVoice(speech.getVoices())) return;
    speech.removeEventListener?.('voiceschanged', look);
    found();
  };
  speech.addEventListener?.('voiceschanged', look);
  look();
}

/** Speaks with the browser's own speech. */
export function browserSpeaker(): Speaker {
  const speech = globalThis.speechSynthesis;
  // Held on to: Chromium drops an utterance that nothing refers to, and never says that it is over.
  let current: SpeechSynthesisUtterance | null = null;
  return {
    say(text, rate, { onWord, onEnd }) {
      const utterance = new SpeechSynthesisUtterance(text);
      const voice = englishVoice(speech.getVoices());
      if (voice) utterance.voice = voice;
      utterance.lang = voice?.lang ?? 'en-GB';
      utterance.rate = rate;
      const over = () => {
        if (current !== utterance) return;
        current = null;
        onEnd();
      };
      utterance.onboundary = ({ charIndex, name }) => {
        if (current === utterance && name === 'word') onWord(charIndex);
      };
      utterance.onend = over;
      // What could not be said is passed over.
      utterance.onerror = over;
      current = utterance;
      speech.speak(utterance);
    },
    stop() {
      current = null;
      speech.cancel();
    },
  };
}
