import type { Insight } from '../../insights/insight.ts';
import { taughtAt } from '../../insights/teaches.ts';
import { tellInsight } from '../../insights/words/tell-insight.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { pagePath } from '../../ui/page-path.ts';
import './insight-list.css';

export interface InsightListProps {
  readonly trace: Trace;
  readonly insights: readonly Insight[];
  readonly chosen: Insight | null;
  readonly onChoose: (insight: Insight) => void;
}

/** More than these are read by nobody. */
const MOST = 8;

/** What a teacher would say of the run; each sentence shows where in the picture it is so. */
export function InsightList({ trace, insights, chosen, onChoose }: InsightListProps) {
  if (insights.length === 0) return null;
  return (
    <ul class="rv-insights" aria-label="What happened">
      {insights.slice(0, MOST).map((insight, index) => (
        <li key={index} data-kind={insight.kind}>
          <button type="button" aria-pressed={insight === chosen} onClick={() => onChoose(insight)}>
            <InlineCode text={tellInsight(trace, insight)} />
          </button>
          <a href={pagePath(taughtAt(insight))}>Read about it</a>
        </li>
      ))}
    </ul>
  );
}
