/** What a link to a moment carries, and how it speaks to the snippet that it is about. */

export interface MomentLink {
  /** The position of the playhead. */
  readonly step: number;
  readonly atNs: number;
  readonly agent: number | null;
  readonly primitive: number | null;
  readonly line: number | null;
  /** Where it lies in the picture at rest: across, from 0 to 1, and in which row. */
  readonly at: number;
  readonly row: number | null;
}

export type MomentEvent = CustomEvent<{
  /**
   * The reader points at a link, no longer does, or has chosen it; or a voice that reads the text
   * has come to it, and the picture is to follow without taking the reader away.
   */
  readonly what: 'point' | 'leave' | 'choose' | 'follow';
  readonly moment: MomentLink;
}>;

/** Dispatched at a snippet's figure. */
export const MOMENT_EVENT = 'loopscope:moment';

/** `"synchronization/lock"` gives `"snippet-synchronization-lock"`. */
export function snippetId(name: string): string {
  return `snippet-${name.replaceAll('/', '-')}`;
}
