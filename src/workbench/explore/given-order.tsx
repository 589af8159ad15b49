import '../output/goes-on.css';
import { lateWords } from '../../insights/words/late.ts';
import type { Late } from '../../simulator/schedule.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';

export interface GivenOrderProps {
  readonly late: readonly Late[];
  /** The run that is shown; null where none is. */
  readonly trace: Trace | null;
  /** Runs it as usual again. */
  readonly onTakeBack: () => void;
}

/** Says that a program is run in an order of its own, and in which. */
export function GivenOrder({ late, trace, onTakeBack }: GivenOrderProps) {
  const told = trace ? lateWords(trace) : [];
  const count = late.length === 1 ? 'one thing is' : `${late.length} things are`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <div class="goes-on" role="group" aria-label="An order of its own">
      <div class="goes-on-words">
        <p>
          <InlineCode
            text={
              told.length > 0
                ? `Not in its usual order. ${told.join(' ')}`
                : `Run takes it in an order of its own: ${count} late.`
            }
          />
        </p>
      </div>
      <div class="goes-on-buttons">
        <button type="button" class="goes-on-button" onClick={onTakeBack}>
          Usual order
        </button>
      </div>
    </div>
  );
}
