/**
 * The picture of a run as a film: its sheet, over which the playhead goes once. Recorded in the page
 * as it is painted, and so in as much time as it takes to watch.
 */
import type { Trace } from '../trace/schema.ts';
import { colour } from './export-sheet.ts';
import { imageOf, timelineSheet } from './export-timeline.tsx';

export interface Film {
  readonly blob: Blob;
  readonly extension: 'webm' | 'mp4';
}

export interface FilmOptions {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
}

const FRAMES_PER_SECOND = 30;
const LONGEST_MS = 6_000;
const SHORTEST_MS = 2_500;
/** At the end all is seen for a while. */
const REST_MS = 900;
const BITS_PER_SECOND = 4_000_000;
const VEIL = 0.72;

const NO_FILM =
  'This browser cannot record an animation of what it paints. Take the picture as PNG or SVG.';

/** How long a film is of a run that takes so long: as long as the run where that can be watched. */
export function filmMs(endedNs: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, endedNs / 1e6 + REST_MS));
}

/**
 * @returns null where it was called off.
 * @throws where there is no picture of the run, or the browser makes no films; the message is for the
 *   reader.
 */
export async function timelineFilm(trace: Trace, options: FilmOptions): Promise<Film | null> {
  const type = supportedType();
  if (type === null) throw new Error(NO_FILM);
  const { svg, run } = await timelineSheet(trace);
  const image = await imageOf(svg);
  const canvas = document.createElement('canvas');
  canvas.width = even(image.width);
  canvas.height = even(image.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(NO_FILM);
  const paper = getComputedStyle(document.body).backgroundColor;
  const ink = colour('--ls-ink');

  const paint = (share: number) => {
    context.drawImage(image, 0, 0);
    if (share >= 1) return;
    const x = run.x + run.width * share;
    context.fillStyle = paper;
    context.globalAlpha = VEIL;
    context.fillRect(x, run.y, canvas.width - x, run.height);
    context.globalAlpha = 1;
    context.fillStyle = ink;
    context.fillRect(x - 1, run.y - 4, 2, run.height + 4);
  };
  paint(0);
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_PER_SECOND), {
    mimeType: type,
    videoBitsPerSecond: BITS_PER_SECOND,
  });
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
  const stopped = new Promise<void>((done, fail) => {
    recorder.addEventListener('stop', () => done());
    recorder.addEventListener('error', () => fail(new Error(NO_FILM)));
  });
  recorder.start();
  await play(filmMs(trace.endedNs), paint, options);
  if (recorder.state !== 'inactive') recorder.stop();
  await stopped;
  if (options.signal.aborted) return null;
  const extension = type.startsWith('video/mp4') ? 'mp4' : 'webm';
  return { blob: new Blob(chunks, { type }), extension };
}

const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

function supportedType(): string | null {
  if (typeof MediaRecorder === 'undefined' || !HTMLCanvasElement.prototype.captureStream) {
    return null;
  }
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** Paints a frame whenever the browser does; a page that is not seen gets none, and so no film. */
function play(ms: number, paint: (share: number) => void, { signal, onProgress }: FilmOptions) {
  return new Promise<void>((done) => {
    const begunMs = performance.now();
    const frame = () => {
      const passedMs = performance.now() - begunMs;
      if (signal.aborted || passedMs >= ms) return done();
      paint(passedMs / (ms - REST_MS));
      onProgress(passedMs / ms);
      requestAnimationFrame(frame);
    };
    frame();
  });
}

/** Films are made of pairs of pixels. */
function even(px: number): number {
  return 2 * Math.ceil(px / 2);
}
