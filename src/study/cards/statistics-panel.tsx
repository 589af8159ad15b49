import { useEffect, useState } from 'preact/hooks';
import { sharedStudyStore } from '../study-session.ts';
import type { Kept } from '../use-study.ts';
import { type DayCount, type Statistics, statisticsOf } from './statistics.ts';

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

interface DayBarsProps {
  readonly title: string;
  readonly days: readonly DayCount[];
}

function DayBars({ title, days }: DayBarsProps) {
  const most = Math.max(...days.map(({ count }) => count));
  return (
    <figure class="study-bars">
      <figcaption>
        {title} <span class="study-of">{most === 0 ? 'none' : `at most ${most} a day`}</span>
      </figcaption>
      <ol>
        {days.map(({ startMs, count }) => {
          const text = `${dayText(startMs)}: ${count}`;
          return (
            <li key={startMs} style={{ '--part': count / Math.max(1, most) }} title={text}>
              <span class="sr-only">{text}</span>
            </li>
          );
        })}
      </ol>
      <p class="study-bars-ends" aria-hidden="true">
        {[days[0], days.at(-1)].map((day) => day && <span>{dayText(day.startMs)}</span>)}
      </p>
    </figure>
  );
}

function dayText(startMs: number): string {
  return new Date(startMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
