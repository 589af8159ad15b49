import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimedWait } from '../../analysis/timed-waits.ts';
import { changesSomething, NOTHING_CHANGED, type WhatIf } from '../../simulator/what-if.ts';
import { sharedSimulator } from '../run/shared-simulator.ts';
import { followEdit, withoutWait, withWait } from './changes.ts';
import { findLiteral, type Literal, numberText, withLength } from './literal.ts';
import type { WhatIfControl } from './what-if-context.ts';

export interface WhatIfOptions {
  /** One for each program of the page. */
  readonly key: string;
  /** The program as it is now. */
  readonly source: string;
  /** Whether a run is shown: else nothing is run before the reader asks for it. */
  readonly isRunShown: boolean;
  /** Whether that is of this program. */
  readonly isRunOfSource: boolean;
  /** What is changed at first. Default: nothing. */
  readonly initially?: WhatIf | null;
  /** Runs it; what is shown stays until that is over. */
  readonly rerun: (source: string, whatIf: WhatIf) => Promise<void>;
  /** Takes a changed program, as if it had been typed. */
  readonly onEdit: (source: string) => void;
}

export interface WhatIfOfProgram {
  readonly control: WhatIfControl;
  readonly inForce: WhatIf;
  /** Whether anything is changed: then a recorded run is of something else. */
  readonly isChanged: boolean;
  /** The program as it is to be run: while a number in it is dragged, with that number. */
  readonly source: string;
  /** As it came with a link, for the program with this key. */
  open(key: string, whatIf: WhatIf | null): void;
}

/** A wait that is held, and how things were when it was taken. */
interface Hold {
  readonly wait: TimedWait;
  readonly literal: Literal | null;
  readonly source: string;
  readonly inForce: WhatIf;
  readonly lengthNs: number;
}

/** What is changed of the runs of some programs, each known by its key. */
export function useWhatIf(options: WhatIfOptions): WhatIfOfProgram {
  const { key, source } = options;
  const [all, setAll] = useState<ReadonlyMap<string, WhatIf>>(
    () => new Map([[key, options.initially ?? NOTHING_CHANGED]]),
  );
  const [hold, setHold] = useState<Hold | null>(null);
  const [edit, setEdit] = useState<(WhatIfControl['edit'] & { key: string }) | null>(null);
  const [edited, setEdited] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const inForce = all.get(key) ?? NOTHING_CHANGED;
  const held = useRef<Hold | null>(null);
  const latest = useRef({ ...options, inForce });
  latest.current = { ...options, inForce };

  const rerun = useLatestOnly(({ source, whatIf }: { source: string; whatIf: WhatIf }) =>
    latest.current.rerun(source, whatIf),
  );
  const put = (whatIf: WhatIf) =>
    setAll((before) => new Map(before).set(latest.current.key, whatIf));
  const show = (next: Hold | null) => {
    held.current = next;
    setHold(next);
    if (!next) keepSpares(1);
  };
  const apply = (whatIf: WhatIf) => {
    put(whatIf);
    if (latest.current.isRunShown) rerun({ source: latest.current.source, whatIf });
  };

  useFollowedEdits(key, source, (before, after) => {
    if (changesSomething(latest.current.inForce))
      put(followEdit(latest.current.inForce, before, after));
  });

  const control: WhatIfControl = {
    inForce: hold && !hold.literal ? changedBy(hold) : inForce,
    held: hold?.wait ?? null,
    edit: edit?.key === key && edited?.to === source ? edit : null,
    literalOf: (wait) => (options.isRunOfSource ? findLiteral(source, wait) : null),
    prepare: () => keepSpares(1),
    change(wait, lengthNs) {
      const now = latest.current;
      const before = held.current ?? {
        ...{ wait, source: now.source, inForce: now.inForce },
        literal: now.isRunOfSource ? findLiteral(now.source, wait) : null,
        lengthNs: wait.untilNs - wait.fromNs,
      };
      if (before.lengthNs === lengthNs) return;
      if (!held.current) keepSpares(SPARES);
      const next = { ...before, lengthNs };
      show(next);
      if (next.literal) {
        rerun({ source: withLength(next.source, next.literal, lengthNs), whatIf: next.inForce });
      } else rerun({ source: next.source, whatIf: changedBy(next) });
    },
    keep() {
      const done = held.current;
      show(null);
      if (!done) return;
      const { literal, lengthNs } = done;
      if (!literal) return put(changedBy(done));
      const to = withLength(done.source, literal, lengthNs);
      setEdited({ from: done.source, to });
      const after = numberText(literal.text, lengthNs);
      setEdit({ key, before: literal.text, after, call: literal.call });
      latest.current.onEdit(to);
    },
    giveUp() {
      const done = held.current;
      show(null);
      if (done) rerun({ source: done.source, whatIf: done.inForce });
    },
    setLatency: (latencyNs) => apply({ ...latest.current.inForce, latencyNs }),
    takeBack: (wait) => apply(withoutWait(latest.current.inForce, wait)),
    takeAllBack: () => apply(NOTHING_CHANGED),
    undoEdit() {
      if (!edited) return;
      latest.current.onEdit(edited.from);
      rerun({ source: edited.from, whatIf: latest.current.inForce });
      setEdit(null);
    },
  };
  return {
    control,
    inForce,
    isChanged: changesSomething(inForce),
    source: hold?.literal ? withLength(hold.source, hold.literal, hold.lengthNs) : source,
    open: (opened, whatIf) =>
      setAll((before) => new Map(before).set(opened, whatIf ?? NOTHING_CHANGED)),
  };
}

function changedBy({ inForce, wait, lengthNs }: Hold): WhatIf {
  return withWait(inForce, wait.name, lengthNs);
}

/** More than the processors of most machines can boot at a time. */
const SPARES = 3;

/** Keeps engines at hand: while a wait is dragged, each run needs one. */
function keepSpares(count: number): void {
  sharedSimulator()
    .then((simulator) => simulator.keepSpares(count))
    // Whoever runs the program will be told.
    .catch(() => {});
}

/** Does one at a time; of what is asked meanwhile, the last. */
function useLatestOnly<T extends object>(action: (asked: T) => Promise<void>): (asked: T) => void {
  const latest = useRef(action);
  latest.current = action;
  return useMemo(() => {
    let next: T | null = null;
    let isBusy = false;
    return async (asked: T) => {
      next = asked;
      if (isBusy) return;
      isBusy = true;
      while (next !== null) {
        const now: T = next;
        next = null;
        await latest.current(now);
      }
      isBusy = false;
    };
  }, []);
}

/** Tells of changes of a program's text, not of another program in its place. */
function useFollowedEdits(
  key: string,
  source: string,
  onEdit: (before: string, after: string) => void,
): void {
  const known = useRef({ key, source });
  useEffect(() => {
    const before = known.current;
    known.current = { key, source };
    if (before.key === key && before.source !== source) onEdit(before.source, source);
  }, [key, source]);
}
