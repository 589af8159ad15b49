import { layoutTimeline } from '../../timeline/layout.ts';
import { openingWindow } from '../../timeline/opening-window.ts';
import { drawnTrace, scaleFor } from '../../timeline/scale.ts';
import { TimelinePicture } from '../../timeline/timeline-picture.tsx';
import type { Trace } from '../../trace/schema.ts';

/** Past these a picture is neither quick to draw nor of any use to look at. */
const MOST_TASKS = 40;
const MOST_EVENTS = 4_000;

export interface OwnPictureProps {
  readonly trace: Trace;
  /** Unique in the page. */
  readonly id: string;
}

/** The timeline of a run of the reader's own. Loaded when there is one. */
export function OwnPicture({ trace, id }: OwnPictureProps) {
  const scale = scaleFor(trace);
  const drawn = drawnTrace(trace, scale);
  const window = openingWindow(drawn);
  const events = drawn.events.filter(({ atNs }) => atNs <= window.toNs);
  const tasks = events.filter((event) => event.kind === 'task-created').length;
  if (tasks === 0) return <p class="snippet-no-picture">No task was made in this run.</p>;
  if (tasks > MOST_TASKS || events.length > MOST_EVENTS) {
    return <p class="snippet-no-picture">This run is too large for a timeline: {tasks} tasks.</p>;
  }
  return <TimelinePicture layout={layoutTimeline(trace, { window, scale })} id={id} />;
}
