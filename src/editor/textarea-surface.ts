import {
  type EditSurface,
  MAX_LINES_SHOWN,
  type Point,
  type SurfaceOptions,
} from './edit-surface.ts';
import { indentAfter } from './python-indent.ts';
import { isRunKey } from './run-key.ts';

/**
 * iOS zooms the page in when text smaller than this gets the focus. So the text area is set at this
 * size and scaled down to the size of the listing.
 */
const LEAST_FONT_SIZE_PX = 16;

/**
 * A text area set like the listing it replaces, over the same text in its colours. Tab moves focus in
 * it, as everywhere.
 */
export function openTextarea(options: SurfaceOptions): EditSurface {
  const { host, metrics, onInput, onRun, onLeave, onScroll } = options;
  const scale = Math.min(1, metrics.fontSizePx / LEAST_FONT_SIZE_PX);
  const area = document.createElement('textarea');
  area.value = options.text;
  area.wrap = 'off';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.setAttribute('autocorrect', 'off');
  area.setAttribute('aria-label', options.label);
  area.setAttribute('aria-describedby', options.hintId);
  const set = {
    fontFamily: metrics.fontFamily,
    fontWeight: metrics.fontWeight,
    fontSize: `${metrics.fontSizePx / scale}px`,
    lineHeight: `${metrics.lineHeightPx / scale}px`,
    paddingBlock: `${metrics.paddingTopPx / scale}px ${metrics.paddingBottomPx / scale}px`,
    width: `${100 / scale}%`,
    transform: `scale(${scale})`,
    transformOrigin: '0 0',
    height: `${100 / scale}%`,
  };
  Object.assign(area.style, set);
  const colours = document.createElement('div');
  const coloured = document.createElement('code');
  colours.className = 'snippet-colours';
  colours.setAttribute('aria-hidden', 'true');
  Object.assign(colours.style, set);
  colours.append(coloured);
  const colour = () => void paint(area, coloured);

  const grow = () => {
    if (options.fill) return;
    const lines = Math.min(area.value.split('\n').length, MAX_LINES_SHOWN);
    const bar = area.scrollWidth > area.clientWidth ? metrics.scrollBarPx : 0;
    const { lineHeightPx, paddingTopPx, paddingBottomPx } = metrics;
    const height = lines * lineHeightPx + paddingTopPx + paddingBottomPx + bar;
    host.style.height = `${height}px`;
    area.style.height = `${height / scale}px`;
  };
  area.addEventListener('input', () => {
    grow();
    colour();
    onInput(area.value);
  });
  area.addEventListener('scroll', () => {
    coloured.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    onScroll(area.scrollTop * scale);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (isRunKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      onRun();
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      insert(area, `\n${indentAfter(area.value.slice(0, area.selectionStart))}`);
    }
  });
  host.replaceChildren(colours, area);
  grow();
  colour();
  area.scrollLeft = options.scrollLeftPx / scale;

  return {
    kind: 'textarea',
    get text() {
      return area.value;
    },
    focus(at) {
      if (at) {
        const caret = offsetAt(area, at, options);
        area.setSelectionRange(caret, caret);
      }
      area.focus({ preventScroll: true });
    },
    type(text) {
      insert(area, text);
    },
    replace(text) {
      area.focus({ preventScroll: true });
      area.select();
      insert(area, text);
    },
    dispose() {
      host.replaceChildren();
      host.style.height = '';
    },
  };
}

/** Without Shiki, as on a broken connection, the text area shows its own plain text. */
async function paint(area: HTMLTextAreaElement, coloured: HTMLElement): Promise<void> {
  const text = area.value;
  try {
    const { highlightPython } = await import('./highlight-python.ts');
    const html = await highlightPython(text);
    if (area.value !== text) return;
    coloured.innerHTML = html;
    area.dataset['coloured'] = '';
  } catch {
    delete area.dataset['coloured'];
    coloured.textContent = '';
  }
}

/** `execCommand` is the only way to change a text area that its undo takes back. */
function insert(area: HTMLTextAreaElement, text: string): void {
  const command = text === '' ? 'delete' : 'insertText';
  if (document.execCommand(command, false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input'));
}

function offsetAt(area: HTMLTextAreaElement, at: Point, { metrics, host }: SurfaceOptions): number {
  const lines = area.value.split('\n');
  const row = Math.floor((at.y - metrics.paddingTopPx) / metrics.lineHeightPx);
  const line = Math.min(Math.max(row, 0), lines.length - 1);
  const before = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const fromStartPx = at.x + area.scrollLeft * (metrics.fontSizePx / areaFontSizePx(area));
  const column = Math.round(fromStartPx / characterWidthPx(host, metrics));
  return before + Math.min(Math.max(column, 0), lines[line]?.length ?? 0);
}

function areaFontSizePx(area: HTMLTextAreaElement): number {
  return Number.parseFloat(area.style.fontSize);
}

function characterWidthPx(host: HTMLElement, metrics: SurfaceOptions['metrics']): number {
  const probe = document.createElement('span');
  probe.textContent = '0'.repeat(100);
  const { fontFamily, fontWeight, fontSizePx } = metrics;
  Object.assign(probe.style, { fontFamily, fontWeight, fontSize: `${fontSizePx}px` });
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden' });
  host.append(probe);
  const width = probe.getBoundingClientRect().width / 100;
  probe.remove();
  return width || fontSizePx * 0.6;
}
