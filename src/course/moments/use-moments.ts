import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunRemote } from '../../workbench/picture/run-control.ts';
import { MOMENT_EVENT, type MomentEvent, type MomentLink } from './moment-link.ts';

export interface MomentsOptions {
  readonly frame: RefObject<HTMLElement>;
  readonly remote: RunRemote;
  /** Whether the recording is here, and shown. */
  readonly watchesRecording: boolean;
  /** The reader has chosen a moment in the text. */
  readonly onChoose: (moment: MomentLink) => void;
  /** A voice that reads the text has come to it. */
  readonly onFollow: (moment: MomentLink) => void;
}

export interface Moments {
  /** The moment that the reader points at in the text; null when at none. */
  readonly lit: MomentLink | null;
  /** The playhead is to stand there as soon as the recording is shown. */
  standAt(moment: MomentLink): void;
}

/** Hears what the moments of the text have to say to a snippet. */
export function useMoments(options: MomentsOptions): Moments {
  const { frame, remote, watchesRecording } = options;
  const [lit, setLit] = useState<MomentLink | null>(null);
  const [asked, setAsked] = useState<MomentLink | null>(null);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const figure = frame.current?.closest<HTMLElement>('[data-snippet]');
    if (!figure) return;
    const choose = () => {
      const { asked } = figure.dataset;
      delete figure.dataset['asked'];
      if (asked) latest.current.onChoose(JSON.parse(asked));
    };
    const hear = (event: Event) => {
      const { what, moment } = (event as MomentEvent).detail;
      if (what === 'choose') choose();
      else if (what === 'follow') latest.current.onFollow(moment);
      else setLit(what === 'point' ? moment : null);
    };
    figure.addEventListener(MOMENT_EVENT, hear);
    choose();
    return () => figure.removeEventListener(MOMENT_EVENT, hear);
  }, []);
  useEffect(() => {
    if (!asked || !watchesRecording) return;
    setAsked(null);
    remote.ask((control) => control.standAt(asked));
  }, [asked, watchesRecording]);
  return { lit, standAt: setAsked };
}
