/** Runs a program again and again in one interpreter, unrecorded: each time on another schedule. */
import type { Outcome } from '../../trace/schema.ts';
import { ExploredOutput } from '../explored-output.ts';
import { lateOf } from '../replay.ts';
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

/** Some milliseconds of runs, so that a message costs nothing beside them. */
const RUNS_PER_MESSAGE = 10;

/** @returns what runs the program by each of some schedules, to be asked again when they are over. */
export function explore(
  { again, open: begin, canSwitchStacks }: Explorer,
  program: CompleteProgram,
  post: (runs: readonly ExploredRun[]) => void,
): (schedules: readonly Schedule[]) => Promise<void> {
  const { source, name, seed } = program;
  const given = [name, givenText(program), seed] as const;
  again.begin(source, name);
  const runBy = async (schedule: Schedule): Promise<ExploredRun> => {
    const notes = new Notes();
    let ended: { readonly outcome: Outcome; readonly endedNs: number } | null = null;
    const session = begin({ ...program, schedule }, notes, (outcome, endedNs) => {
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
    const { open } = session.kernel;
    return { output, outcome, endedNs, late, choices: open.count, looks: open.looks };
  };
  return async (schedules) => {
    let waiting: ExploredRun[] = [];
    for (const schedule of schedules) {
      waiting.push(await runBy(schedule));
      if (waiting.length < RUNS_PER_MESSAGE) continue;
      post(waiting);
      waiting = [];
    }
    if (waiting.length > 0) post(waiting);
  };
}

const NEVER_SAID = {
  outcome: { kind: 'crashed', message: 'the run did not say how it ended' },
  endedNs: 0,
} as const;

/** Takes of what is told of a run what it printed and what was late. */
class Notes implements Outbox {
  readonly #output = new ExploredOutput();
  readonly late: Late[] = [];
  readonly texts = 0;

  add(event: Parameters<Outbox['add']>[0]): void {
    const late = lateOf(event);
    if (late) this.late.push(late);
    if (event.kind === 'output') this.#output.add(event.text);
  }

  get output(): string {
    return `${this.#output}`;
  }

  addEncoded(): void {}

  numberOf(): number {
    return 0;
  }

  flush(): void {}
}
