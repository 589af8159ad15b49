import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Recording } from '../../recording/recording.ts';
import type { Pointed } from '../../timeline/related.ts';
import { type Moment, RunView } from '../run-view/run-view.tsx';
import { fetchRecording } from './fetch-recording.ts';

export interface WatchPanelProps {
  readonly name: string;
  /** The program that ran. */
  readonly source: string;
  /** Of the reader's own run; null for the snippet's, which is fetched. */
  readonly recording: Recording | null;
  readonly playRequest: number;
  readonly frame: RefObject<HTMLElement>;
  readonly onMoment: (moment: Moment | null) => void;
}

/** The loop at work in a snippet, beneath its code and its output. Loaded when somebody watches. */
export function WatchPanel(props: WatchPanelProps) {
  const { name, frame, onMoment } = props;
  const [fetched, setFetched] = useState<Recording | null>(null);
  const [failed, setFailed] = useState(false);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const recording = props.recording ?? fetched;

  useEffect(() => {
    if (recording) return;
    fetchRecording(name).then(setFetched, () => setFailed(true));
  }, [recording, name]);
  useEffect(() => () => onMoment(null), []);
  useEffect(() => {
    const root = frame.current;
    const point = (event: Event) => setPointed(pointedInSnippet(event.target));
    root?.addEventListener('pointerover', point);
    root?.addEventListener('pointerleave', point);
    return () => {
      root?.removeEventListener('pointerover', point);
      root?.removeEventListener('pointerleave', point);
    };
  }, []);

  if (failed) {
    return (
      <p class="snippet-no-picture">
        The recording could not be loaded. Check the connection, close this and open it again.
      </p>
    );
  }
  if (!recording) return <p class="snippet-no-picture">Loading the recording …</p>;
  return (
    <RunView
      recording={recording}
      source={props.source}
      pointed={pointed}
      playRequest={props.playRequest}
      onMoment={onMoment}
    />
  );
}

/** A line of the listing, or of the output, by its place among its like. */
function pointedInSnippet(target: EventTarget | null): Pointed | null {
  if (!(target instanceof Element)) return null;
  const code = target.closest('.ec-line, .view-line');
  if (code?.classList.contains('ec-line')) return { kind: 'line', id: placeOf(code) + 1 };
  const output = target.closest<HTMLElement>('[data-output]')?.dataset['output'];
  return output ? { kind: 'output', id: Number(output) } : null;
}

function placeOf(element: Element): number {
  return [...(element.parentElement?.children ?? [])].indexOf(element);
}
