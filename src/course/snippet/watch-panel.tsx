import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Trace } from '../../trace/schema.ts';
import { outputAt, pointedBeside } from '../../workbench/picture/pointed-beside.ts';
import { type Moment, RunView } from '../../workbench/picture/run-view.tsx';
import { fetchTrace } from './fetch-trace.ts';

export interface WatchPanelProps {
  readonly name: string;
  /** The program that ran. */
  readonly source: string;
  /** Of the reader's own run; null for the snippet's, which is fetched. */
  readonly trace: Trace | null;
  readonly playRequest: number;
  /** The line of the code that the reader points at, counted from 1. */
  readonly pointedLine: number | null;
  readonly frame: RefObject<HTMLElement>;
  readonly onMoment: (moment: Moment | null) => void;
}

/** The loop at work in a snippet, beneath its code and its output. Loaded when somebody watches. */
export function WatchPanel(props: WatchPanelProps) {
  const { name, frame, onMoment, pointedLine } = props;
  const [fetched, setFetched] = useState<Trace | null>(null);
  const [failed, setFailed] = useState(false);
  const [output, setOutput] = useState<number | null>(null);
  const trace = props.trace ?? fetched;

  useEffect(() => {
    if (trace) return;
    fetchTrace(name).then(setFetched, () => setFailed(true));
  }, [trace, name]);
  useEffect(() => () => onMoment(null), []);
  useEffect(() => {
    const root = frame.current;
    const point = (event: Event) => setOutput(outputAt(event.target));
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
  if (!trace) return <p class="snippet-no-picture">Loading the recording …</p>;
  return (
    <RunView
      trace={trace}
      source={props.source}
      pointed={pointedBeside(output, pointedLine)}
      playRequest={props.playRequest}
      onMoment={onMoment}
    />
  );
}
