import type { Explanation } from '../../insights/explanations.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import './explanation-list.css';

export interface ExplanationListProps {
  readonly explanations: readonly Explanation[];
  readonly chosen: Explanation | null;
  readonly onChoose: (explanation: Explanation) => void;
}

/** More than these are read by nobody. */
const MOST = 8;

/** What a teacher would say of the run; each sentence shows where in the picture it is so. */
export function ExplanationList({ explanations, chosen, onChoose }: ExplanationListProps) {
  if (explanations.length === 0) return null;
  return (
    <ul class="rv-explanations" aria-label="What happened">
      {explanations.slice(0, MOST).map((explanation, index) => (
        <li key={index} data-kind={explanation.kind}>
          <button
            type="button"
            aria-pressed={explanation === chosen}
            onClick={() => onChoose(explanation)}
          >
            <InlineCode text={explanation.text} />
          </button>
        </li>
      ))}
    </ul>
  );
}
