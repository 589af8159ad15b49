/**
 * Docks the picture of a snippet beside the text that speaks of it, as long as that text is being
 * read and the picture itself is out of sight. It stays in the column that it has in its snippet,
 * as if it stuck there, or else goes into what room there is at the text's right. It covers nothing
 * but its own snippet's output: where something wide stands, or the room is too small, nothing is
 * docked. It keeps its place in the order of the page, and its room in its snippet, so that nothing
 * else moves.
 */
import './dock-picture.css';

/** Narrower or lower than this, a picture says nothing. */
const LEAST_WIDTH_PX = 230;
const LEAST_HEIGHT_PX = 180;
const MOST_WIDTH_PX = 560;
const GAP_PX = 12;
/** So much of a picture must be seen for it to be in sight; once docked, a little more. */
const IN_SIGHT = 0.6;
const BACK_IN_SIGHT = 0.7;

interface Text {
  readonly block: HTMLElement;
  readonly figure: HTMLElement;
}

interface Docked extends Text {
  readonly picture: HTMLElement;
}

export function dockPictures(links: Iterable<HTMLAnchorElement>): void {
  const texts = textsOf(links);
  let docked: Docked | null = null;
  let asked = false;

  const undock = () => {
    if (docked) release(docked);
    docked = null;
  };
  const update = () => {
    asked = false;
    const wanted = wantedText(texts, docked);
    const room = wanted && roomBeside(wanted);
    const picture = wanted?.figure.querySelector<HTMLElement>('.rv-top') ?? null;
    if (!wanted || !room || !picture || isCovered()) return undock();
    if (docked?.picture !== picture) {
      const sameView = docked?.figure === wanted.figure ? heldHeight(docked.picture) : 0;
      undock();
      hold({ ...wanted, picture }, sameView || picture.offsetHeight);
    }
    docked = { ...wanted, picture };
    place(picture, room);
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(update);
    asked = true;
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask);
  addEventListener('beforeprint', undock);
  document.addEventListener('focusin', ask);
  // A menu unfolds, or the view of the run takes the place of the picture from the build.
  document.addEventListener('toggle', ask, true);
  const changes = new MutationObserver(update);
  for (const figure of new Set(texts.map((text) => text.figure))) {
    changes.observe(figure, { childList: true, subtree: true });
  }
  ask();
}

function textsOf(links: Iterable<HTMLAnchorElement>): Text[] {
  return [...links].flatMap((link) => {
    const figure = document.getElementById(link.hash.slice(1));
    const block = link.closest<HTMLElement>('p, li, dd') ?? link;
    return figure ? [{ block, figure }] : [];
  });
}

/** The text that is read, whose picture is out of sight: the one docked, as long as it may be. */
function wantedText(texts: readonly Text[], docked: Docked | null): Text | null {
  const read = texts.filter(({ block }) => isRead(block));
  const kept = docked && read.find(({ figure }) => figure === docked.figure);
  const middle = innerHeight * 0.4;
  const nearest = () =>
    read.toSorted((a, b) => distance(a.block, middle) - distance(b.block, middle))[0];
  const text = kept ?? nearest() ?? null;
  if (!text) return null;
  return seen(text.figure) < (kept ? BACK_IN_SIGHT : IN_SIGHT) ? text : null;
}

function isRead(block: HTMLElement): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > aboveText() && top < innerHeight * 0.85;
}

function distance(block: HTMLElement, from: number): number {
  const { top, bottom } = block.getBoundingClientRect();
  return Math.max(top - from, from - bottom, 0);
}

/** How much of the picture's own place in its snippet is in the window, from 0 to 1. */
function seen(figure: HTMLElement): number {
  const view = figure.querySelector<HTMLElement>('.rv');
  if (!view) return 1;
  const picture = view.querySelector<HTMLElement>('.rv-top');
  const height = heldHeight(picture) || (picture?.offsetHeight ?? 0);
  const { top } = view.getBoundingClientRect();
  if (height === 0) return 1;
  return (Math.min(top + height, innerHeight) - Math.max(top, aboveText())) / height;
}

interface Room {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is free at the right of a text, between wide things above and below it. */
function roomBeside({ block, figure }: Text): Room | null {
  const content = block.closest('.sl-markdown-content');
  if (!content) return null;
  const own = block.getBoundingClientRect();
  const page = content.getBoundingClientRect();
  const column = figure.querySelector('.snippet-side')?.getBoundingClientRect();
  const free = own.right + 2 * GAP_PX;
  const sticks = column !== undefined && column.right > free && column.width < page.width;
  const left = sticks ? Math.max(column.left, free) : free;
  const width = sticks ? column.right - left : Math.min(page.right - left, MOST_WIDTH_PX);
  let top = aboveText() + (sticks ? 0 : GAP_PX);
  let bottom = Math.min(innerHeight, page.bottom) - GAP_PX;
  for (const child of content.children) {
    const box = child.getBoundingClientRect();
    if (box.right <= left || box.height === 0 || child.contains(block)) continue;
    if (box.top >= own.bottom) bottom = Math.min(bottom, box.top - GAP_PX);
    else if (box.bottom > own.top) return null;
    else if (!sticks || !child.contains(figure)) top = Math.max(top, box.bottom + GAP_PX);
  }
  if (width < LEAST_WIDTH_PX || bottom - top < LEAST_HEIGHT_PX) return null;
  return { left, width, top, bottom };
}

/** What stands above the text, and stays there. */
function aboveText(): number {
  const bars = document.querySelectorAll('header.header, .contents-bar summary');
  return Math.max(0, ...[...bars].map((bar) => bar.getBoundingClientRect().bottom));
}

function isCovered(): boolean {
  return document.querySelector('dialog[open], .contents-bar details[open]') !== null;
}

/** How high the room is that is held for a docked picture; 0 where none is. */
function heldHeight(picture: HTMLElement | null): number {
  return Number(picture?.dataset['held'] ?? 0);
}

function hold({ figure, picture }: Docked, heightPx: number): void {
  const view = picture.parentElement;
  if (view) view.style.paddingBlockStart = `${heightPx}px`;
  picture.dataset['held'] = String(heightPx);
  const caption = figure.querySelector('figcaption')?.textContent;
  picture.dataset['docked'] = caption ?? '';
  // Among what stands above all, because a snippet is a frame of its own for what is fixed.
  picture.popover = 'manual';
  picture.showPopover();
}

function place(picture: HTMLElement, { left, width, top, bottom }: Room): void {
  picture.style.setProperty('--dock-left', `${left}px`);
  picture.style.setProperty('--dock-top', `${top}px`);
  picture.style.setProperty('--dock-width', `${width}px`);
  picture.style.setProperty('--dock-height', `${bottom - top}px`);
}

function release({ picture }: Docked): void {
  picture.removeAttribute('popover');
  delete picture.dataset['docked'];
  delete picture.dataset['held'];
  picture.removeAttribute('style');
  const view = picture.parentElement;
  if (view) view.style.paddingBlockStart = '';
}
