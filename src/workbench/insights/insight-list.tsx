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
  /** What the verdict had no room for: it comes first. */
  readonly more?: readonly string[];
  readonly chosen?: Insight | null;
  /** Without it they are sentences to read and no more, as in a page without a script. */
  readonly onChoose?: (insight: Insight) => void;
}

/** More than these are read by nobody. */
const MOST = 8;

/** What a teacher would say of the run; each sentence shows where in the picture it is so. */
export function InsightList({ trace, insights, more = [], ...props }: InsightListProps) {
  const { chosen = null, onChoose } = props;
  if (insights.length + more.length === 0) return null;
  return (
    <ul class="rv-insights" aria-label="What happened">
      {more.map((text, index) => (
        <li key={`more ${index}`}>
          <span class="rv-insight">
            <InlineCode text={text} />
          </span>
        </li>
      ))}
      {insights.slice(0, MOST).map((insight, index) => {
        const words = <InlineCode text={tellInsight(trace, insight)} />;
        return (
          <li key={index} data-kind={insight.kind}>
            {onChoose ? (
              <button
                type="button"
                class="rv-insight"
                aria-pressed={insight === chosen}
                onClick={() => onChoose(insight)}
              >
                {words}
              </button>
            ) : (
              <span class="rv-insight">{words}</span>
            )}
            <a href={pagePath(taughtAt(insight))}>Read about it</a>
          </li>
        );
      })}
    </ul>
  );
}
