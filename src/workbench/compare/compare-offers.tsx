import { useId, useRef, useState } from 'preact/hooks';
import css from './compare-offers.css?inline';
import type { ComparedRun } from './comparison.ts';

export interface ComparedPair {
  readonly left: ComparedRun;
  readonly right: ComparedRun;
}

/** A run that the one that is shown can be set against. */
export interface CompareOffer {
  /** After “Compare with”: `the original`. */
  readonly label: string;
  /** What has to be said first, and what is said unless the reader changes it. */
  readonly asks?: { readonly label: string; readonly value: string };
  /** @throws {Error} with a message for the reader, where there is no such run to be had. */
  readonly pair: (answer: string) => Promise<ComparedPair>;
}

export interface CompareOffersProps {
  readonly offers: readonly CompareOffer[];
  readonly onPair: (pair: ComparedPair) => void;
}

/** What the run that is shown can be compared with: one at a press, several in a list that unfolds. */
export function CompareOffers({ offers, onPair }: CompareOffersProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (offer: CompareOffer, answer = '') => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    try {
      onPair(await offer.pair(answer));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setIsBusy(false);
  };
  const [only] = offers;
  if (!only) return null;
  const isSingle = offers.length === 1 && !only.asks;
  return (
    <div class="cv-offers" data-busy={isBusy || undefined}>
      <style>{css}</style>
      {isSingle ? (
        <Choice offer={only} before="Compare with " onChoose={choose} />
      ) : (
        <details>
          <summary>Compare …</summary>
          <ul>
            {offers.map((offer) => (
              <li key={offer.label}>
                <Choice offer={offer} before="with " onChoose={choose} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <span role="status">{isBusy ? 'Running the other one …' : problem}</span>
    </div>
  );
}

interface ChoiceProps {
  readonly offer: CompareOffer;
  readonly before: string;
  readonly onChoose: (offer: CompareOffer, answer?: string) => void;
}

function Choice({ offer, before, onChoose }: ChoiceProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { asks, label } = offer;
  return (
    <span class="cv-choice">
      <button type="button" onClick={() => onChoose(offer, input.current?.value)}>
        {before}
        {label}
      </button>
      {asks && (
        <>
          <label class="sr-only" for={id}>
            {asks.label}
          </label>
          <input
            ref={input}
            id={id}
            type="text"
            inputMode="numeric"
            defaultValue={asks.value}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                onChoose(offer, event.currentTarget.value);
              }
            }}
          />
        </>
      )}
    </span>
  );
}
