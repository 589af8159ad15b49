/** Asks the policy for each thing that a run leaves open, counts them, and tells what was put off. */
import type { LateKind } from '../schedule.ts';
import type { CameLate, SchedulePolicy } from './schedule-policy.ts';

export class OpenChoices {
  readonly #policy: SchedulePolicy | null;
  readonly #onLate: (late: CameLate) => void;
  #count = 0;
  /** At how many looks a computing thread could have been interrupted, once that is known. */
  looks = 0;

  /** @param policy null where nothing is late. */
  constructor(policy: SchedulePolicy | null = null, onLate: (late: CameLate) => void = () => {}) {
    this.#policy = policy;
    this.#onLate = onLate;
  }

  /** How many there were so far; those of computing threads are not counted. */
  get count(): number {
    return this.#count;
  }

  /** When what could come at `dueNs` does come; `whose` is only passed on. */
  late(kind: LateKind, dueNs: number, nowNs: number, whose: number | null): number {
    if (!this.#policy) return dueNs;
    const number = this.#count++;
    const byNs = this.#policy.latenessNs({ number, kind, inNs: dueNs - nowNs, dueNs });
    if (byNs > 0) this.#onLate({ number, kind, dueNs, byNs, whose });
    return dueNs + byNs;
  }

  /** How many looks after that one a computing thread may be interrupted. */
  looksToInterruption(look: number, isVain: boolean): number {
    return Math.min(this.#policy?.looksToInterruption(look, isVain) ?? NEVER, NEVER);
  }

  /** How long it is interrupted there. */
  interruptionNs(look: number): number {
    return this.#policy?.interruptionNs(look) ?? 0;
  }
}

/** A run has fewer looks. */
const NEVER = 2 ** 40;
