/** Long enough to move the pointer from a term to its definition. */
const LEAVE_MS = 150;
const GAP_PX = 6;
const MARGIN_PX = 16;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a note goes, in pixels of the window: below its term, or above it where there is more room,
 * and never out at the sides.
 */
export function placeNote(
  term: Box,
  note: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const below = term.top + term.height + GAP_PX;
  const above = term.top - GAP_PX - note.height;
  const rightmost = room.width - MARGIN_PX - note.width;
  return {
    left: Math.max(MARGIN_PX, Math.min(term.left, rightmost)),
    top: below + note.height > room.height && above >= 0 ? above : below,
  };
}

/**
 * Shows the definitions of a page's terms: on hover, on focus, on the first tap. Escape dismisses,
 * and the pointer may rest on the definition itself (WCAG 1.4.13).
 */
export function startTerms(page: Document): void {
  let shown: { link: HTMLElement; note: HTMLElement } | null = null;
  let leaving = 0;

  const hide = () => {
    clearTimeout(leaving);
    shown?.note.hidePopover();
    shown = null;
  };
  const show = (link: HTMLElement) => {
    clearTimeout(leaving);
    if (shown?.link === link) return;
    hide();
    const note = page.getElementById(link.getAttribute('aria-describedby') ?? '');
    // The first of several boxes where the term is broken over lines.
    const [box] = link.getClientRects();
    if (!note?.showPopover || !box) return;
    note.showPopover();
    const { left, top } = placeNote(box, note.getBoundingClientRect(), {
      width: page.documentElement.clientWidth,
      height: innerHeight,
    });
    note.style.left = `${left + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
    shown = { link, note };
  };
  const termAt = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>('.ls-term') : null;

  page.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = termAt(event);
    if (link) show(link);
    else if (shown?.note.contains(event.target as Node)) clearTimeout(leaving);
    else if (shown && shown.link !== page.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, LEAVE_MS) as unknown as number;
    }
  });
  page.addEventListener('focusin', (event) => {
    const link = termAt(event);
    if (link?.matches(':focus-visible')) show(link);
  });
  page.addEventListener('focusout', (event) => {
    if (termAt(event)) hide();
  });
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  page.addEventListener('click', (event) => {
    const link = termAt(event);
    if (link && shown?.link !== link && (event as PointerEvent).pointerType === 'touch') {
      event.preventDefault();
      show(link);
    } else if (!shown?.note.contains(event.target as Node)) hide();
  });
}
