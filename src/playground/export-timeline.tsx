/** The timeline of a recording as a picture that stands by itself, in the page's present theme. */
import { render } from 'preact';
import type { Sliced } from '../analysis/sliced.ts';
import { verdictOf } from '../insights/verdict.ts';
import { layoutTimeline, type TimelineLayout } from '../timeline/layout.ts';
import { AXIS_PX } from '../timeline/measures.ts';
import { TimelinePicture } from '../timeline/timeline-picture.tsx';
import type { Trace } from '../trace/schema.ts';
import { pageUrl } from '../ui/page-urls.ts';
import { inSlices } from '../workbench/run/in-slices.ts';
import { type SheetWords, sheetOf } from './export-sheet.ts';

const WIDTH_PX = 960;
const MOST_TASKS = 200;
/** To copy the styles of more takes longer than anybody waits for a picture. */
const MOST_MARKS = 10_000;
/** Twice the pixels, for screens and paper that show them. */
const PNG_SCALE = 2;

/** What a drawing has from the page's style sheets and must take along. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'opacity',
  'display',
  'overflow',
] as const;

/** A drawing that stands by itself, as text, and where time is on it. */
export interface TimelineSheet {
  readonly svg: string;
  /** From the beginning of the run to its end, in pixels, and from the first row to the axis. */
  readonly run: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** @throws where the recording has no task, or too much for a picture; the message is for the reader. */
export async function timelineSvg(trace: Trace): Promise<string> {
  return (await timelineSheet(trace)).svg;
}

/** @throws as {@link timelineSvg} does. */
export async function timelineSheet(trace: Trace): Promise<TimelineSheet> {
  const layout = layoutOf(trace);
  const stage = document.createElement('div');
  Object.assign(stage.style, { position: 'fixed', insetBlockStart: '0', width: `${WIDTH_PX}px` });
  stage.style.visibility = 'hidden';
  document.body.append(stage);
  try {
    render(<TimelinePicture layout={layout} id="exported" />, stage);
    return await inSlices(standAlone(stage, wordsOf(trace), layout.end?.at ?? 1));
  } finally {
    render(null, stage);
    stage.remove();
  }
}

function layoutOf(trace: Trace): TimelineLayout {
  const tasks = trace.events.filter(({ kind }) => kind === 'task-created').length;
  if (tasks === 0) throw new Error('No task was made in this run: there is no timeline to draw.');
  if (tasks > MOST_TASKS) throw tooLarge(`${tasks} tasks`, MOST_TASKS);
  const layout = layoutTimeline(trace);
  const marks = [...layout.rows, ...layout.resources].reduce(
    (sum, { shapes }) => sum + shapes.length,
    0,
  );
  if (marks > MOST_MARKS) throw tooLarge(`${marks} marks`, MOST_MARKS);
  return layout;
}

function tooLarge(found: string, most: number): Error {
  return new Error(`This run is too large for a picture: ${found}, of at most ${most}.`);
}

/** What XML has no place for: a task's name may hold a terminal's escape or half a character. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export async function timelinePng(trace: Trace): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const image = await imageOf(await timelineSvg(trace));
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!png)
    throw new Error('This browser could not draw the timeline as PNG. Take the SVG instead.');
  return png;
}

/** A drawing that can be painted. */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function* standAlone(stage: HTMLElement, words: SheetWords, endAt: number): Sliced<TimelineSheet> {
  const drawing = stage.querySelector<SVGSVGElement>('svg.ls-timeline-drawing');
  if (!drawing) throw new Error('expected a drawing of the timeline, found none');
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [at, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    takeStyles(originals[at] as Element, element as SVGElement);
    yield;
  }
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const left = drawing.getBoundingClientRect().left - stage.getBoundingClientRect().left;
  copy.setAttribute('x', String(left));
  const sheet = sheetOf([...labels(stage), copy], { widthPx: WIDTH_PX, heightPx: height }, words);
  const text = new XMLSerializer().serializeToString(sheet.drawing).replace(NOT_XML, '\ufffd');
  return {
    svg: `${text}\n`,
    run: { x: sheet.x + left, y: sheet.y, width: width * endAt, height: height - AXIS_PX },
  };
}

function wordsOf(trace: Trace): SheetWords {
  return {
    title: trace.program.name,
    verdict: verdictOf(trace).text.replaceAll('`', ''),
    address: pageUrl('playground/'),
  };
}

function takeStyles(from: Element, to: SVGElement): void {
  const computed = getComputedStyle(from);
  const styles = STYLES.map((name) => `${name}:${computed.getPropertyValue(name)}`);
  // A pattern's fill is an attribute, which a style would hide.
  const patterned = from.getAttribute('fill')?.startsWith('url(');
  to.setAttribute(
    'style',
    styles.filter((style) => !patterned || !style.startsWith('fill:')).join(';'),
  );
  // A frame round a bar is narrower than the bar, which only a style can say.
  if (to.tagName === 'rect') to.style.width = computed.width;
  to.removeAttribute('class');
}

/** The names of the rows, which the page draws as a list beside the picture. */
function labels(stage: HTMLElement): SVGElement[] {
  const box = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<HTMLElement>('.ls-timeline-labels li')].map((row) => {
    const name = row.querySelector<HTMLElement>('span') ?? row;
    const [style, at, middle] = [
      getComputedStyle(name),
      name.getBoundingClientRect(),
      row.getBoundingClientRect(),
    ];
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', String(at.left - box.left));
    text.setAttribute('y', String(middle.top + middle.height / 2 - box.top));
    text.setAttribute('dominant-baseline', 'central');
    text.setAttribute('fill', style.color);
    text.setAttribute('font-family', style.fontFamily);
    text.setAttribute('font-size', style.fontSize);
    text.textContent = name.textContent;
    return text;
  });
}
