/** A page with nothing on it but the view of one run, which says how long it takes. */
import { render } from 'preact';
import { stateAt } from '../../../src/analysis/state-at.ts';
import { stepCount } from '../../../src/analysis/steps.ts';
import { verdictOf } from '../../../src/insights/verdict.ts';
import { decodeTrace } from '../../../src/trace/codec.ts';
import type { Trace } from '../../../src/trace/schema.ts';
import { RunView } from '../../../src/workbench/picture/run-view.tsx';
import '../../../src/styles/tokens.css';
import '../../../src/styles/base.css';
import '../../../src/styles/timeline.css';

/** What the benchmark asks of the page. */
export interface ViewBench {
  /** Fetches an encoded recording and reads it: nothing of that is measured. */
  load(url: string): Promise<void>;
  /** Milliseconds from giving the recording to the view to the frame in which it is painted. */
  openMs(): Promise<number>;
  /**
   * Milliseconds to the state at each of so many steps, far apart from one another, after the
   * playhead has been moved about a little.
   */
  statesMs(count: number): number[];
  /**
   * Milliseconds of work for each of so many moves of the playhead, spread over the run: what is
   * computed, drawn and laid out for a frame while it plays or is dragged.
   */
  playheadMs(count: number): Promise<number[]>;
  /** Milliseconds between frames while the timeline, zoomed in on, is panned from end to end. */
  panMs(frames: number): Promise<number[]>;
}

declare global {
  interface Window {
    viewBench: ViewBench;
  }
}

/** How far in: a tenth of the run is in view. */
const ZOOM_PX = Math.log(10) / 0.005;
/** A prime, so that its multiples come by nearly every step before one comes again. */
const STRIDE = 7_919;

const WARM_UP = 60;

let trace: Trace;

window.viewBench = {
  async load(url) {
    const response = await fetch(url);
    trace = decodeTrace(await response.json());
  },
  async openMs() {
    const fromMs = performance.now();
    render(
      <RunView trace={trace} verdict={verdictOf(trace)} source="" />,
      document.getElementById('run') as Element,
    );
    await painted();
    return performance.now() - fromMs;
  },
  statesMs(count) {
    const steps = stepCount(trace);
    const stateMs = (at: number) => {
      const fromMs = performance.now();
      stateAt(trace, (at * STRIDE) % steps);
      return performance.now() - fromMs;
    };
    for (let at = 0; at < WARM_UP; at += 1) stateMs(at);
    return Array.from({ length: count }, (_, at) => stateMs(WARM_UP + at));
  },
  async playheadMs(count) {
    const slider = document.querySelector('.rv-scrubber') as HTMLInputElement;
    const moveMs = async (share: number) => {
      await frame();
      const fromMs = performance.now();
      slider.value = String(share * Number(slider.max));
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Preact draws in a microtask.
      await Promise.resolve();
      document.body.getBoundingClientRect();
      return performance.now() - fromMs;
    };
    const times: number[] = [];
    for (let at = 0; at < WARM_UP; at += 1) await moveMs(at / WARM_UP);
    for (let at = 0; at < count; at += 1) times.push(await moveMs(at / count));
    return times;
  },
  async panMs(frames) {
    const scroller = document.querySelector('.rv-scroller') as Element;
    const { left, top, width } = scroller.getBoundingClientRect();
    const turn = (options: WheelEventInit) =>
      scroller.dispatchEvent(
        new WheelEvent('wheel', { clientX: left + width / 2, clientY: top, ...options }),
      );
    turn({ ctrlKey: true, deltaY: -ZOOM_PX });
    await painted();
    turn({ deltaX: -100 * width });
    await painted();
    const times: number[] = [];
    let lastMs = await frame();
    for (let at = 0; at < frames; at += 1) {
      turn({ deltaX: (10 * width) / frames });
      const nowMs = await frame();
      times.push(nowMs - lastMs);
      lastMs = nowMs;
    }
    return times;
  },
};

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** Until what was changed is on the screen: effects may change it once more. */
async function painted(): Promise<void> {
  await frame();
  await frame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
