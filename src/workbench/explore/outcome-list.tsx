import { useState } from 'preact/hooks';
import { LongText } from '../output/long-text.tsx';
import { Sign } from '../output/verdict.tsx';
import { counted } from './orders-words.ts';
import { OutcomeOutput, TellingLine } from './outcome-output.tsx';
import type { ShownOutcome } from './shown-outcomes.ts';

export interface OutcomeListProps {
  readonly outcomes: readonly ShownOutcome[];
  /** How many orders were tried. */
  readonly tried: number;
  /** What the usual order prints. */
  readonly usual: string;
  /** The outcome that is shown, or looked for. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/** More outcomes than these nobody reads; a program may have one for each order. */
const MOST = 8;

/** What the orders came to, how often each, and the order of any of them. */
export function OutcomeList(props: OutcomeListProps) {
  const { outcomes } = props;
  const [all, setAll] = useState(false);
  const shown = all ? outcomes.slice(0, MOST_AT_ALL) : outcomes.slice(0, MOST);
  const left = outcomes.length - shown.length;
  return (
    <>
      <ul class="orders-outcomes" aria-label="Outcomes">
        {shown.map((outcome) => (
          <OutcomeItem key={outcome.key} outcome={outcome} {...props} />
        ))}
      </ul>
      {left > 0 && !all && (
        <button type="button" class="orders-button" onClick={() => setAll(true)}>
          Show {counted(left, 'more outcome')}
        </button>
      )}
      {left > 0 && all && <p class="orders-quiet">… and {counted(left, 'more outcome')}.</p>}
    </>
  );
}

const MOST_AT_ALL = 100;

interface OutcomeItemProps extends Omit<OutcomeListProps, 'outcomes'> {
  readonly outcome: ShownOutcome;
}

function OutcomeItem({ outcome, tried, usual, chosen, onChoose }: OutcomeItemProps) {
  const { key, count, isUsual, isBroken, ending, output, ended } = outcome;
  const [open, setOpen] = useState(false);
  const kind = isBroken ? 'broken' : isUsual ? 'fine' : 'noteworthy';
  const lines = output.trimEnd().split('\n');
  return (
    <li class="orders-outcome" data-broken={isBroken || undefined}>
      <p class="orders-outcome-head verdict" data-kind={kind}>
        <Sign kind={kind} />
        <b>{nameOf(outcome)}</b>
        <span class="orders-count">
          {count.toLocaleString('en-GB')} of {tried.toLocaleString('en-GB')}
        </span>
        <span class="orders-share" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * count) / tried}%` }} />
        </span>
      </p>
      <p class="orders-ending">
        <LongText text={firstLine(ending)} /> <span class="orders-quiet">{ended}</span>
      </p>
      {open ? (
        <OutcomeOutput output={output} usual={usual} />
      ) : (
        <TellingLine output={output} usual={usual} />
      )}
      <div class="orders-tools">
        <button
          type="button"
          class="orders-link"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open
            ? 'Hide the output'
            : lines.length > 1
              ? `All ${counted(lines.length, 'line')}`
              : 'The output'}
          <span class="sr-only"> of: {firstLine(ending)}</span>
        </button>
        {!isUsual && (
          <button
            type="button"
            class="orders-link"
            data-chosen={chosen === key || undefined}
            onClick={() => onChoose(key)}
          >
            {chosen === key ? 'Shown above' : 'Show an order that does it'}
            <span class="sr-only">: {firstLine(ending)}</span>
          </button>
        )}
      </div>
    </li>
  );
}

function nameOf({ isUsual, isBroken }: ShownOutcome): string {
  if (isBroken) return isUsual ? 'Broken, as usual' : 'Broken';
  return isUsual ? 'As usual' : 'Otherwise';
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
}

const LONGEST = 300;
