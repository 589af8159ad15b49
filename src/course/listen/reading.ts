/** Reads sentences aloud, one after another. Knows neither a page nor a voice. */

/** What a voice tells while it speaks; nothing after it was stopped. */
export interface SpeechEvents {
  /** A word begins, so many characters into the text. Not every voice says so. */
  readonly onWord: (from: number) => void;
  /** All has been said. */
  readonly onEnd: () => void;
}

/** Says one thing at a time. */
export interface Speaker {
  say(text: string, rate: number, told: SpeechEvents): void;
  stop(): void;
}

export interface ReadingOptions {
  /** What is to be said, sentence by sentence. */
  readonly texts: readonly string[];
  readonly speaker: Speaker;
  readonly rate: number;
  /** A sentence begins; null once the last one is over. */
  readonly onSentence: (at: number | null) => void;
  /** A word of the sentence begins, so many characters into its text. */
  readonly onWord: (at: number, from: number) => void;
  readonly onPlaying: (playing: boolean) => void;
}

export interface Reading {
  readonly playing: boolean;
  play(): void;
  /** Goes on at the beginning of the same sentence: browsers differ in what they resume. */
  pause(): void;
  /** So many sentences on, or back where negative; stays within the text. */
  move(by: number): void;
  /** As a factor of the voice's own speed. */
  setRate(rate: number): void;
  /** Silence, for good. */
  end(): void;
}

export function createReading(options: ReadingOptions): Reading {
  const { texts, speaker, onSentence, onWord, onPlaying } = options;
  let { rate } = options;
  let at = 0;
  let playing = false;

  const setPlaying = (next: boolean) => {
    if (playing === next) return;
    playing = next;
    onPlaying(next);
  };
  const sayCurrent = () => {
    speaker.stop();
    onSentence(at);
    speaker.say(texts[at] ?? '', rate, { onWord: (from) => onWord(at, from), onEnd: goOn });
  };
  const goOn = () => {
    if (at + 1 < texts.length) {
      at += 1;
      sayCurrent();
    } else {
      at = 0;
      setPlaying(false);
      onSentence(null);
    }
  };
  return {
    get playing() {
      return playing;
    },
    play() {
      if (playing || texts.length === 0) return;
      setPlaying(true);
      sayCurrent();
    },
    pause() {
      speaker.stop();
      setPlaying(false);
    },
    move(by) {
      at = Math.max(0, Math.min(texts.length - 1, at + by));
      if (playing) sayCurrent();
      else onSentence(at);
    },
    setRate(next) {
      rate = next;
      if (playing) sayCurrent();
    },
    end() {
      speaker.stop();
      playing = false;
    },
  };
}
