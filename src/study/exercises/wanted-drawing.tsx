import { layoutTimeline } from '../../timeline/layout.ts';
import { TimelinePicture } from '../../timeline/timeline-picture.tsx';
import type { Trace } from '../../trace/schema.ts';

export interface WantedDrawingProps {
  readonly trace: Trace;
  /** Unique in the page. */
  readonly id: string;
}

/** The picture of a run, only to be looked at. */
export function WantedDrawing({ trace, id }: WantedDrawingProps) {
  return <TimelinePicture layout={layoutTimeline(trace)} id={id} />;
}
