import { useEffect, useState } from 'preact/hooks';
import { type DayCount, type Statistics, statisticsOf } from '../../study/statistics.ts';
import { sharedStudyStore } from './study-session.ts';
import type { Kept } from './use-study.ts';

/** What the log says: how much was remembered, what is to come, and how much was done. */
export function StatisticsPanel({ kept }: { readonly kept: Kept }) {
  const [statistics, setStatistics] = useState<Statistics | null>(null);
  useEffect(() => {
    void (async () => {
      const log = await (await sharedStudyStore()).log();
      const records = [...kept.records.values()];
      setStatistics(statisticsOf({ log, records, nowMs: Date.now(), daysBack: 30, daysAhead: 14 }));
    })();
  }, [kept]);
  if (!statistics || statistics.reviews === 0) return null;
  const { retention, retentionOf, reviews, streakDays } = statistics;
  return (
    <section class="study-statistics" aria-labelledby="statistics-title">
      <h2 id="statistics-title">Statistics</h2>
      <dl>
        <dt>Remembered</dt>
        <dd>
          {retention === null
            ? 'not known before the first repetition of a learned card'
            : `${Math.round(retention * 100)} % of ${retentionOf}`}
        </dd>
        <dt>Answers</dt>
        <dd data-count="answers">{reviews}</dd>
        <dt>Days in a row</dt>
        <dd>{streakDays}</dd>
      </dl>
      <DayBars title="Answers in the last 30 days" days={statistics.byDay} />
      <DayBars title="Cards that come up in the next 14 days" days={statistics.forecast} />
    </section>
  );
}

function DayBars({ title, days }: { readonly title: string; readonly days: readonly DayCount[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <figure class="study-bars">
      <figcaption>{title}</figcaption>
      <ol>
        {days.map(({ startMs, count }) => {
          const day = new Date(startMs).toLocaleDateString('en-GB', {
            day: 'numeric',
            month: 'short',
          });
          return (
            <li key={startMs} style={{ '--part': count / most }} title={`${day}: ${count}`}>
              <span class="sr-only">{`${day}: ${count}`}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
