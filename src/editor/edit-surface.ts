/**
 * What a page needs of an editor, whichever it is: Monaco, or a plain text area where the pointer is
 * a finger. A surface fills its host exactly as the listing filled it; line numbers, marks and
 * buttons belong to the page.
 */
export interface EditSurface {
  readonly kind: 'monaco' | 'textarea';
  readonly text: string;
  /** Moves focus in; the caret goes where the point is, or to where it was. */
  focus(at: Point | null): void;
  /** Types at the caret. */
  type(text: string): void;
  /** Replaces the text as an edit that the editor's own undo takes back. */
  replace(text: string): void;
  dispose(): void;
}

/** In pixels from the top left corner of the host. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How the listing is set, so that nothing moves when an editor takes its place. */
export interface TypeMetrics {
  readonly fontFamily: string;
  readonly fontWeight: string;
  readonly fontSizePx: number;
  readonly lineHeightPx: number;
  readonly paddingTopPx: number;
  readonly paddingBottomPx: number;
  /** The height of a horizontal scroll bar; 0 where they are laid over the text. */
  readonly scrollBarPx: number;
}

export interface SurfaceOptions {
  /** Positioned, as wide as the code; the surface sets its height, unless it is to fill it. */
  readonly host: HTMLElement;
  /** Takes the height that the host has, and scrolls inside. Default: grows with its text. */
  readonly fill?: boolean;
  readonly text: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** Id of the element that says how to leave. */
  readonly hintId: string;
  readonly metrics: TypeMetrics;
  /** How far the listing was scrolled to the right. */
  readonly scrollLeftPx: number;
  readonly onInput: (text: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
  /** The text has been scrolled down by so many pixels, inside the editor. */
  readonly onScroll: (topPx: number) => void;
  /** Whether Tab moves focus at first, rather than indent. */
  readonly tabMovesFocus: boolean;
  /** The reader has chosen the other. */
  readonly onTabMode: (tabMovesFocus: boolean) => void;
}

/** The code grows with its text up to here; past it, it scrolls. No lesson is half as long. */
export const MAX_LINES_SHOWN = 150;

/** As the snippets' style sheet has it. */
const SCROLL_BAR_PX = 10;

/** How a listing is set: a `pre` with a `code` in it. */
export function measureType(listing: HTMLElement): TypeMetrics {
  const style = getComputedStyle(listing.querySelector('code') ?? listing);
  return {
    fontFamily: style.fontFamily,
    fontWeight: style.fontWeight,
    fontSizePx: Number.parseFloat(style.fontSize),
    lineHeightPx: Number.parseFloat(style.lineHeight),
    paddingTopPx: Number.parseFloat(style.paddingTop),
    paddingBottomPx: Number.parseFloat(style.paddingBottom),
    scrollBarPx: SCROLL_BAR_PX,
  };
}
