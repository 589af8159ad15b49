/**
 * What a program comes to in other orders: how many were tried, which outcomes there were, and the
 * order that breaks it beside the usual one.
 */
import { useMemo, useRef } from 'preact/hooks';
import { ranOf } from '../../explore/outcomes.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import type { PlaygroundProgram } from '../program/playground-program.ts';
import { BreaksChoice } from './breaks-choice.tsx';
import { FoundOrder } from './found-order.tsx';
import { HowChosen } from './how-chosen.tsx';
import { ORDERS_AT_ONCE, type Orders, type ShownOrder } from './orders.ts';
// With the panel: every page would have it else, whether or not anybody tries orders.
import css from './orders-panel.css?inline';
import { advice, headline } from './orders-words.ts';
import { OutcomeList } from './outcome-list.tsx';
import { type ShownOutcome, shownOutcomes } from './shown-outcomes.ts';
import type { OrdersControl } from './use-orders.ts';

export interface OrdersPanelProps {
  readonly orders: Orders;
  readonly control: OrdersControl;
  /** The program as a link takes it. */
  readonly program: PlaygroundProgram;
  /** Whether the program has become another since; what is shown is of the one before. */
  readonly isStale: boolean;
  readonly onRestart: () => void;
  readonly onRunInOrder: (late: ShownOrder['late']) => void;
}

/** What a page keeps above what is scrolled to. */
const ABOVE_PX = 90;

export function OrdersPanel(props: OrdersPanelProps) {
  const { orders, control, isStale } = props;
  const { exploration, work, shown, chosen, problem, usual } = orders;
  const outcomes = useMemo(() => shownOutcomes(orders), [exploration, orders.breaks]);
  const tried = exploration?.runs.length ?? 0;
  const usualOutput = useMemo(() => (usual ? ranOf(usual.trace).output : ''), [usual]);
  const root = useRef<HTMLElement>(null);
  /** What is chosen is shown at the top. */
  const choose = (key: string) => {
    control.choose(key);
    const panel = root.current;
    if (!panel) return;
    panel.scrollTop = 0;
    const { top } = panel.getBoundingClientRect();
    if (top < 0) scrollBy({ top: top - ABOVE_PX });
  };
  /** The focus goes back to where the orders were asked for. */
  const close = () => {
    const frame = root.current?.closest('.snippet');
    control.close();
    requestAnimationFrame(() => frame?.querySelector<HTMLElement>('[data-explores]')?.focus());
  };
  const chosenOutcome = outcomes.find(({ key }) => key === chosen);
  return (
    <section ref={root} class="orders" aria-label="Other orders">
      <style>{css}</style>
      <header class="orders-head">
        <p class="orders-headline">{headline(orders, outcomes)}</p>
        <button type="button" class="orders-link" onClick={close}>
          Back to the run
        </button>
      </header>
      {isStale && (
        <p class="snippet-notice">
          These are the orders of the program as it was before your last change.{' '}
          <button type="button" class="orders-link" onClick={props.onRestart}>
            Try those of this one
          </button>
        </p>
      )}
      {problem !== null && (
        <p class="snippet-notice" role="alert">
          {problem}
        </p>
      )}
      <Progress {...{ orders, tried, control, outcomes }} onChoose={choose} />
      {work === 'shrinking' && (
        <p class="orders-note">Found one. Looking for the least that has to be late …</p>
      )}
      {shown && (
        <FoundOrder
          orders={orders}
          shown={shown}
          isBroken={chosenOutcome?.isBroken ?? false}
          program={props.program}
          onRun={props.onRunInOrder}
        />
      )}
      {outcomes.length > 0 && exploration && (
        <>
          <h3 class="orders-heading">What it came to</h3>
          <BreaksChoice breaks={orders.breaks} onChange={control.setBreaks} />
          <OutcomeList
            outcomes={outcomes}
            tried={tried}
            usual={usualOutput}
            chosen={shown || work === 'shrinking' ? chosen : null}
            onChoose={choose}
          />
          <HowChosen orders={orders} />
        </>
      )}
    </section>
  );
}

interface ProgressProps {
  readonly orders: Orders;
  readonly tried: number;
  readonly outcomes: readonly ShownOutcome[];
  readonly control: OrdersControl;
  readonly onChoose: (key: string) => void;
}

/** How far it has come, what that means, and what can be done now. */
function Progress({ orders, tried, outcomes, control, onChoose }: ProgressProps) {
  const { work, wanted, shown } = orders;
  const words = advice(orders, outcomes);
  const next = nextStep(orders, tried, control);
  const rarest = outcomes.filter(({ isUsual }) => !isUsual).at(-1);
  const noneIsBroken = outcomes.length > 1 && !outcomes.some(({ isBroken }) => isBroken);
  return (
    <div class="orders-progress">
      {(work || (tried < wanted && tried > 0)) && (
        <div class="orders-bar">
          <progress max={wanted} value={tried} aria-label="Orders tried" />
          <span>
            {tried.toLocaleString('en-GB')} of {wanted.toLocaleString('en-GB')}
          </span>
        </div>
      )}
      {words !== '' && (
        <p class="orders-note">
          <InlineCode text={words} />
        </p>
      )}
      <div class="orders-tools">
        {!work && noneIsBroken && rarest && !shown && (
          <button
            type="button"
            class="orders-button"
            data-primary
            onClick={() => onChoose(rarest.key)}
          >
            Show the rarest
          </button>
        )}
        {next && (
          // One element, so that the focus stays on it when Stop becomes Go on.
          <button key="next" type="button" class="orders-button" onClick={next.act}>
            {next.words}
          </button>
        )}
      </div>
    </div>
  );
}

/** Null where there is nothing to be done but to change the program. */
function nextStep(
  { work, wanted, wasStopped, problem, hindrance }: Orders,
  tried: number,
  control: OrdersControl,
): { readonly words: string; readonly act: () => void } | null {
  if (work) return { words: 'Stop', act: control.stop };
  if (hindrance === 'broken') {
    return { words: 'Try other orders all the same', act: control.insist };
  }
  if (hindrance) return null;
  if (tried < wanted || wasStopped || problem !== null) {
    return { words: 'Go on', act: control.goOn };
  }
  return { words: `${ORDERS_AT_ONCE.toLocaleString('en-GB')} more`, act: control.more };
}
