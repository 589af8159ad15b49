/**
 * Tries the other orders of one program, and shows the first that breaks it without being asked.
 * While it works it has the page's turn to run; whoever takes that ends it, and it can be gone on with.
 */
import type { Exploration, Explorer, FoundOrder } from '../../explore/explore.ts';
import { type Break, isBroken, outcomeKey, ranOf, USUAL_BREAKS } from '../../explore/outcomes.ts';
import type { ExploredRun, Program, Simulator } from '../../simulator/simulator.ts';
import type { Trace } from '../../trace/schema.ts';
import { endTurn, leaveTurn, takeTurn } from '../page-turns.ts';
import { horizon } from '../run/horizons.ts';
import type { ProgramResult } from '../run/live-run.ts';
import { aborted, preparedSimulator } from '../run/prepared-simulator.ts';
import { hindranceOf } from './hindrance.ts';
import { noOrdersYet, ORDERS_AT_ONCE, type Orders } from './orders.ts';

export interface OrdersControllerOptions {
  readonly simulator: () => Promise<Simulator>;
  readonly createExplorer: (simulator: Simulator, program: Program) => Explorer;
  /** Works out what is shown of a run. */
  readonly judge: (trace: Trace) => Promise<ProgramResult>;
  readonly onChange: (orders: Orders) => void;
  /** Called when nothing is under way any more. */
  readonly onEnd: (orders: Orders) => void;
  readonly nowMs: () => number;
}

/** So many orders are tried before it is looked whether one of them can be shown, until one is. */
const STEP = 60;

/** How often what came out so far is told. */
const TOLD_EVERY_MS = 100;

/** What something is done with, until it is stopped. */
interface Means {
  readonly explorer: Explorer;
  readonly simulator: Simulator;
  readonly signal: AbortSignal;
}

export class OrdersController {
  readonly #options: OrdersControllerOptions;
  #orders: Orders;
  /** Outcomes that did not come again: they hang on more than the order. */
  readonly #gone = new Set<string>();
  /** Ends what is under way; null where nothing is. */
  #stop: (() => void) | null = null;

  constructor(program: Program, options: OrdersControllerOptions) {
    this.#options = options;
    this.#orders = noOrdersYet(program, USUAL_BREAKS);
  }

  get orders(): Orders {
    return this.#orders;
  }

  /** Begins, or goes on where it was stopped. Resolves when it is over; never rejects. */
  async goOn(): Promise<void> {
    await this.#work((means) => this.#explore(means));
  }

  /** As many orders again. */
  async more(): Promise<void> {
    this.#orders = { ...this.#orders, wanted: this.#orders.wanted + ORDERS_AT_ONCE };
    await this.goOn();
  }

  /** Tries them although the usual order breaks the program. */
  async insist(): Promise<void> {
    this.#orders = { ...this.#orders, hindrance: null };
    await this.goOn();
  }

  /** Shows the simplest order that comes to this outcome. */
  async choose(key: string): Promise<void> {
    const run = simplest(this.#runs().filter((each) => outcomeKey(each) === key));
    if (run) await this.#work((means) => this.#shrink(means, run));
  }

  /** Says what counts as broken. Nothing is run for it but to show what has become broken. */
  async setBreaks(breaks: readonly Break[]): Promise<void> {
    this.#show({ breaks });
    const worst = this.#stop === null ? this.#toBeShown() : null;
    if (worst) await this.choose(outcomeKey(worst));
  }

  stop(): void {
    this.#stop?.();
  }

  async #work(task: (means: Means) => Promise<void>): Promise<void> {
    const { simulator, createExplorer, onEnd } = this.#options;
    this.#stop?.();
    const abort = new AbortController();
    const { signal } = abort;
    const stop = () => abort.abort();
    this.#stop = stop;
    takeTurn('run', stop);
    endTurn('play');
    this.#show({ work: 'preparing', wasStopped: false, problem: null });
    let explorer: Explorer | null = null;
    let problem: string | null = null;
    try {
      const prepared = await preparedSimulator(simulator, signal);
      explorer = prepared && createExplorer(prepared, this.#orders.program);
      if (prepared && explorer) {
        this.#show({ work: 'trying' });
        await task({ explorer, simulator: prepared, signal });
      }
    } catch (error) {
      problem = problemText(error);
    }
    // It holds an engine, and some devices have room for no second one.
    explorer?.close();
    leaveTurn('run', stop);
    if (this.#stop !== stop) return;
    this.#stop = null;
    const chosen = this.#orders.shown ? this.#orders.chosen : null;
    this.#show({ work: null, wasStopped: signal.aborted, problem, chosen });
    onEnd(this.#orders);
  }

  async #explore({ explorer, simulator, signal }: Means): Promise<void> {
    const { nowMs } = this.#options;
    const show = (exploration: Exploration) => {
      if (!signal.aborted) this.#show({ exploration, work: 'trying' });
    };
    if (!this.#orders.exploration) await this.#runUsually(simulator, signal);
    let { exploration } = this.#orders;
    if (!exploration || this.#orders.hindrance || signal.aborted) return;
    if (exploration.runs.length === 0) {
      exploration = await explorer.explore({ before: exploration, orders: 0, signal });
      const { open } = exploration;
      if (open && open.choices + open.looks === 0 && !signal.aborted) {
        return this.#show({ hindrance: 'one-order' });
      }
    }
    show(exploration);
    while (exploration.runs.length < this.#orders.wanted && !signal.aborted) {
      const before: Exploration = exploration;
      const { wanted, shown } = this.#orders;
      exploration = await explorer.explore({
        before,
        orders: shown ? wanted : Math.min(wanted, before.runs.length + STEP),
        breaks: this.#orders.breaks,
        onProgress: seldom(nowMs, show),
        signal,
      });
      // Also of what was stopped, nothing is lost.
      this.#show({ exploration });
      const worst = signal.aborted ? null : this.#toBeShown();
      if (worst) await this.#showIfItComesAgain({ explorer, simulator, signal }, worst);
      if (exploration.runs.length < wanted) show(exploration);
    }
  }

  async #showIfItComesAgain(means: Means, run: ExploredRun): Promise<void> {
    try {
      await this.#shrink(means, run);
    } catch (error) {
      if (!(error instanceof OutcomeGone)) throw error;
    }
  }

  /** As far as any run is watched: of a program that does not end, no other order is tried. */
  async #runUsually(simulator: Simulator, signal: AbortSignal): Promise<void> {
    const { program } = this.#orders;
    const run = simulator.run({ ...program, limits: { ...horizon(0), ...program.limits } });
    aborted(signal).then(() => run.stop());
    const usual = await run.finished;
    if (signal.aborted) return;
    const result = await this.#options.judge(usual);
    if (signal.aborted) return;
    this.#show({
      usual: result,
      exploration: { usual, runs: [], open: null, isApart: false, worst: null },
      hindrance: hindranceOf(usual),
    });
  }

  async #shrink({ explorer, signal }: Means, run: ExploredRun): Promise<void> {
    const { exploration } = this.#orders;
    if (!exploration) return;
    const key = outcomeKey(run);
    this.#show({ work: 'shrinking', chosen: key, shown: null });
    const found = await explorer.shrinkTo(run, exploration, signal);
    if (!found || signal.aborted) return;
    if (outcomeKey(ranOf(found.trace)) !== key) {
      this.#gone.add(key);
      throw new OutcomeGone();
    }
    const result = await this.#options.judge(found.trace);
    if (!signal.aborted) this.#show({ shown: { ...(found satisfies FoundOrder), result } });
  }

  /** What is broken and should be shown; null where that is shown, or where there is nothing. */
  #toBeShown(): ExploredRun | null {
    const { exploration, breaks, chosen, shown } = this.#orders;
    if (!exploration) return null;
    const usual = ranOf(exploration.usual);
    if (isBroken(usual, usual, breaks)) return null;
    if (shown && chosen && isBroken(ranOf(shown.trace), usual, breaks)) return null;
    const broken = this.#runs().filter(
      (run) => isBroken(run, usual, breaks) && !this.#gone.has(outcomeKey(run)),
    );
    const worst = exploration.runs[exploration.worst ?? -1];
    return worst && broken.includes(worst) ? worst : simplest(broken);
  }

  #runs(): readonly ExploredRun[] {
    return this.#orders.exploration?.runs ?? [];
  }

  #show(change: Partial<Orders>): void {
    this.#orders = { ...this.#orders, ...change };
    this.#options.onChange(this.#orders);
  }
}

class OutcomeGone extends Error {
  constructor() {
    super('the outcome did not come again when its order was run again');
  }
}

/** The fewest things late, and of those the shortest. */
function simplest(runs: readonly ExploredRun[]): ExploredRun | null {
  const totalNs = ({ late }: ExploredRun) => late.reduce((sum, { byNs }) => sum + byNs, 0);
  return runs.reduce<ExploredRun | null>((best, run) => {
    if (!best || run.late.length < best.late.length) return run;
    return run.late.length === best.late.length && totalNs(run) < totalNs(best) ? run : best;
  }, null);
}

function seldom<Told>(nowMs: () => number, tell: (told: Told) => void): (told: Told) => void {
  let nextMs = 0;
  return (told) => {
    if (nowMs() < nextMs) return;
    nextMs = nowMs() + TOLD_EVERY_MS;
    tell(told);
  };
}

function problemText(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `It could not go on: ${reason}. What was found by then is kept, and so is what you wrote.`;
}
