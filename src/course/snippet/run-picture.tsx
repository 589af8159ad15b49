import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import type { OwnPicture } from './own-picture.tsx';
import type { SnippetRun } from './snippet-run.ts';
import type { WatchPanel } from './watch-panel.tsx';

export interface RunPictureProps {
  readonly state: SnippetRun;
  readonly name: string;
  /** The snippet as it came. */
  readonly source: string;
  readonly id: string;
  /** The picture of the recording, from the build; null where there is nothing to see. */
  readonly recorded: ComponentChildren;
  readonly watching: boolean;
  readonly onWatching: (watching: boolean) => void;
  readonly playRequest: number;
  /** The line of the code that the reader points at, counted from 1. */
  readonly pointedLine: number | null;
  readonly frame: RefObject<HTMLElement>;
  readonly onMoment: (moment: Moment | null) => void;
}

/**
 * The timeline of what the output panel shows: the recording's, or that of the reader's own run. It
 * stands still until the reader wants to watch.
 */
export function RunPicture(props: RunPictureProps) {
  const { state, watching } = props;
  const result = resultOf(state);
  const finished = result !== null;
  const Own = useLoaded<typeof OwnPicture>(finished && !watching, async () => {
    return (await import('./own-picture.tsx')).OwnPicture;
  });
  const Panel = useLoaded<typeof WatchPanel>(watching, async () => {
    return (await import('./watch-panel.tsx')).WatchPanel;
  });
  const own = 'source' in state && state.phase !== 'failed';
  const watched = watching && Panel && (!own || finished);
  if (!props.recorded && !own) return null;
  return (
    <div class="snippet-picture">
      {props.recorded && <div hidden={own || watched === true}>{props.recorded}</div>}
      {finished && Own && !watched && (
        <div>
          <Own trace={result.trace} id={props.id} />
        </div>
      )}
      {watched && (
        <div class="snippet-watch">
          <Panel
            name={props.name}
            source={'source' in state ? state.source : props.source}
            trace={finished ? result.trace : null}
            playRequest={props.playRequest}
            pointedLine={props.pointedLine}
            frame={props.frame}
            onMoment={props.onMoment}
          />
        </div>
      )}
      {(!own || finished) && (
        <div class="snippet-watch-bar">
          <button
            type="button"
            class="snippet-tool"
            aria-expanded={watching}
            onClick={() => props.onWatching(!watching)}
          >
            {watching ? 'Stop watching' : 'Watch the loop'}
          </button>
        </div>
      )}
    </div>
  );
}

/** What the reader's own program came to, or has come to so far; null where there is nothing yet. */
function resultOf(state: SnippetRun) {
  if (state.phase === 'running') return state.soFar;
  return state.phase === 'finished' ? state.result : null;
}

/** What is fetched once it is wanted; without it, as on a broken connection, the rest still stands. */
function useLoaded<T>(wanted: boolean, load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (!wanted || loaded) return;
    load().then(
      (value) => setLoaded(() => value),
      () => {},
    );
  }, [wanted]);
  return loaded;
}
