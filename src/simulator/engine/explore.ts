/** Runs a program again and again in one interpreter, unrecorded: each time on another schedule. */
import type { Outcome } from '../../trace/schema.ts';
import type { Late, Schedule } from '../schedule.ts';
import type { CompleteProgram, ExploredRun } from '../simulator.ts';
import { givenText } from './given.ts';
import type { Outbox } from './outbox.ts';
import type { Session } from './session.ts';

/** `python/_loopscope/again.py`. */
export interface AgainModule {
  begin(source: string, name: string): void;
  readonly run: { callPromising(...args: unknown[]): Promise<void> } & ((
    ...args: unknown[]
  ) => void);
}

export interface Explorer {
  readonly again: AgainModule;
  /** A session of its own for each run. */
  readonly open: (
    program: CompleteProgram,
    outbox: Outbox,
    finish: (outcome: Outcome, endedNs: number) => void,
  ) => Session;
  readonly canSwitchStacks: boolean;
}

/** Of more output only the beginning is kept, and how long all of it was. */
const MOST_OUTPUT = 20_000;

/** Some tens of milliseconds of runs, so that a message costs nothing beside them. */
const RUNS_PER_MESSAGE = 20;

export async function explore(
  { again, open, canSwitchStacks }: Explorer,
  program: CompleteProgram,
  schedules: readonly Schedule[],
  post: (runs: readonly ExploredRun[]) => void,
): Promise<void> {
  const { source, name, seed } = program;
  const given = [name, givenText(program), seed] as const;
  again.begin(source, name);
  let waiting: ExploredRun[] = [];
  for (const schedule of schedules) {
    const notes = new Notes();
    let ended: { readonly outcome: Outcome; readonly endedNs: number } | null = null;
    const session = open({ ...program, schedule }, notes, (outcome, endedNs) => {
      ended = { outcome, endedNs };
    });
    try {
      if (canSwitchStacks) await again.run.callPromising(session.bridge, ...given);
      else again.run(session.bridge, ...given);
    } catch (error) {
      session.escaped(error);
    }
    const { outcome, endedNs } = ended ?? NEVER_SAID;
    const { output, late } = notes;
    waiting.push({ output, outcome, endedNs, late, choices: session.kernel.choices });
    if (waiting.length === RUNS_PER_MESSAGE) {
      post(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) post(waiting);
}

const NEVER_SAID = {
  outcome: { kind: 'crashed', message: 'the run did not say how it ended' },
  endedNs: 0,
} as const;

/** Takes of what is told of a run what it printed and what was late. */
class Notes implements Outbox {
  #kept = '';
  #length = 0;
  readonly late: Late[] = [];
  readonly texts = 0;

  add(event: Parameters<Outbox['add']>[0]): void {
    if (event.kind === 'put-off') this.late.push({ number: event.choice, byNs: event.byNs });
    if (event.kind !== 'output') return;
    this.#length += event.text.length;
    if (this.#kept.length < MOST_OUTPUT) this.#kept += event.text;
  }

  get output(): string {
    const rest = this.#length - MOST_OUTPUT;
    return rest > 0 ? `${this.#kept.slice(0, MOST_OUTPUT)}… and ${rest} characters` : this.#kept;
  }

  addEncoded(): void {}

  numberOf(): number {
    return 0;
  }

  flush(): void {}
}
