import { InlineCode } from '../../ui/inline-code.tsx';
import type { OfferedFix } from '../run/live-run.ts';
import './fix-offer.css';

export interface FixOfferProps {
  readonly fix: OfferedFix;
  readonly onFix: (source: string) => void;
}

/** Under the verdict of a program that could not begin: what can be done for it, at a press. */
export function FixOffer({ fix, onFix }: FixOfferProps) {
  return (
    <p class="fix-offer">
      {fix.reason !== '' && (
        <span>
          <InlineCode text={fix.reason} />
        </span>
      )}
      <button type="button" class="fix-offer-button" onClick={() => onFix(fix.source)}>
        <InlineCode text={fix.label} /> and run
      </button>
    </p>
  );
}
