/**
 * Two runs set against each other: what differs first, both pictures on one clock, and below them
 * what else differs, what both printed, and in which lines their programs differ.
 */
import '../picture/run-view.css';
import '../picture/timeline-view.css';
import '../output/output-panel.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isPictured } from '../../timeline/is-pictured.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import type { Moment } from '../picture/run-view.tsx';
import { inSlices } from '../run/in-slices.ts';
import { ChangedLines } from './changed-lines.tsx';
// With the view: every page would have it else, whether or not anybody compares.
import css from './compare.css?inline';
import { ComparedOutput } from './compared-output.tsx';
import { ComparedPictures } from './compared-pictures.tsx';
import { type ComparedRun, type Comparison, comparing } from './comparison.ts';
import { DifferenceTable } from './difference-table.tsx';

export type { ComparedRun } from './comparison.ts';

export interface CompareViewProps {
  /** The ordinary run, or the original. */
  readonly left: ComparedRun;
  /** The one that went wrong, or that was edited. */
  readonly right: ComparedRun;
  /** Without it there is no way back, and no button for one. */
  readonly onClose?: (() => void) | undefined;
  /** Whether whoever asked for it goes on from here. Default: true. */
  readonly takesFocus?: boolean;
  /** Told where the playhead stands in the right run, for whoever shows its code. */
  readonly onMoment?: ((moment: Moment | null) => void) | undefined;
}

export function CompareView(props: CompareViewProps) {
  const { left, right, onClose, onMoment, takesFocus = true } = props;
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    let isWanted = true;
    inSlices(comparing(left, right)).then((next) => isWanted && setComparison(next));
    return () => {
      isWanted = false;
    };
  }, [left.trace, right.trace, left.source, right.source, left.title, right.title]);
  const close = onClose && (
    <button type="button" class="rv-button rv-text-button cv-close" onClick={onClose}>
      Close the comparison
    </button>
  );
  const isCurrent = comparison?.left.trace === left.trace && comparison.right.trace === right.trace;
  return (
    <section ref={root} class="rv cv not-content" aria-labelledby={titleId} tabIndex={-1}>
      <style>{css}</style>
      <header class="cv-head">
        <p id={titleId} class="cv-title">
          {left.title} <span>against</span> {right.title}
        </p>
        {close}
      </header>
      {comparison && isCurrent ? (
        <Compared key={keyOf(comparison)} comparison={comparison} onMoment={onMoment} />
      ) : (
        <p class="cv-nothing" role="status">
          Comparing …
        </p>
      )}
    </section>
  );
}

const numbers = new WeakMap<Comparison, number>();
let comparisons = 0;

/** Another comparison has another playhead. */
function keyOf(comparison: Comparison): number {
  const number = numbers.get(comparison) ?? ++comparisons;
  numbers.set(comparison, number);
  return number;
}

interface ComparedProps extends Pick<CompareViewProps, 'onMoment'> {
  readonly comparison: Comparison;
}

function Compared({ comparison, onMoment }: ComparedProps) {
  const { left, right, parting, words, alignment } = comparison;
  const [printedNs, setPrintedNs] = useState<number | null>(null);
  return (
    <>
      <div class="cv-parting-words">
        <p>
          <InlineCode text={parting.lead} />
        </p>
        {parting.left !== '' && (
          <dl>
            {[
              [left.title, parting.left],
              [right.title, parting.right],
            ].map(([title = '', text = '']) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <InlineCode text={text} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {(isPictured(left.trace) || isPictured(right.trace)) && (
        <ComparedPictures comparison={comparison} onPrinted={setPrintedNs} onMoment={onMoment} />
      )}
      <p class="cv-heading">What differs</p>
      <DifferenceTable titles={[left.title, right.title]} words={words} />
      {!alignment.isSameProgram && !left.isSecret && !right.isSecret && (
        <>
          <p class="cv-heading">The program</p>
          <ChangedLines lines={alignment.lines} />
        </>
      )}
      <p class="cv-heading">Output</p>
      <ComparedOutput comparison={comparison} atNs={printedNs} />
    </>
  );
}
