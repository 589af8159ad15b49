import type { Verdict, VerdictKind } from '../../insights/verdict.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import './verdict.css';

export interface VerdictLineProps {
  readonly verdict: Verdict;
  /** Shows the moment that the verdict points at, and whom it speaks of. */
  readonly onChoose?: (() => void) | undefined;
  /** Not there yet: it keeps its place, unseen. */
  readonly waiting?: boolean;
}

/** How the run went, in one sentence, with a sign that says it at a glance. */
export function VerdictLine({ verdict, onChoose, waiting = false }: VerdictLineProps) {
  const { kind, atNs, text, insight } = verdict;
  const words = (
    <>
      <Sign kind={kind} />
      <span class="verdict-text">
        <span class="sr-only">{SIGNS[kind].word} </span>
        <InlineCode text={text} />
      </span>
    </>
  );
  return (
    <div class="verdict" data-kind={kind} data-waiting={waiting || undefined}>
      {onChoose && (insight || atNs > 0) ? (
        <button type="button" class="verdict-line" title="Show where it is so" onClick={onChoose}>
          {words}
        </button>
      ) : (
        <p class="verdict-line">{words}</p>
      )}
    </div>
  );
}

/** What else there is to say of the same thing. */
export function VerdictMore({ verdict, waiting = false }: VerdictLineProps) {
  if (verdict.more.length === 0) return null;
  return (
    <div class="verdict-more" data-waiting={waiting || undefined}>
      {verdict.more.map((text) => (
        <p key={text}>
          <InlineCode text={text} />
        </p>
      ))}
    </div>
  );
}

/** An outline of its own for each kind, and a stroke within, on sixteen pixels. */
const SIGNS: Record<
  VerdictKind,
  { readonly outline: string; readonly stroke: string; readonly word: string }
> = {
  fine: {
    outline: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
    stroke: 'M4.9 8.3l2.2 2.2 4-4.6',
    word: 'It went well:',
  },
  noteworthy: {
    outline: 'M8 1.2L14.8 8 8 14.8 1.2 8z',
    stroke: 'M8 4.6v4.2M8 11.2v.01',
    word: 'Worth knowing:',
  },
  broken: {
    outline: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z',
    stroke: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
    word: 'It failed:',
  },
  'goes-on': {
    outline: 'M1.5 3h13v10h-13z',
    stroke: 'M4.5 8v.01M8 8v.01M11.5 8v.01',
    word: 'It goes on:',
  },
};

/** What says it at a glance, and not by its colour alone. */
export function Sign({ kind }: { readonly kind: VerdictKind }) {
  const { outline, stroke } = SIGNS[kind];
  return (
    <svg class="verdict-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path class="verdict-outline" d={outline} />
      <path class="verdict-stroke" d={stroke} />
    </svg>
  );
}
