import { pagePath } from '../../ui/page-path.ts';
import type { Orders } from './orders.ts';
import { variedWords } from './orders-words.ts';

/** What was varied, how far, and where the choice of orders comes from. */
export function HowChosen({ orders }: { readonly orders: Orders }) {
  return (
    <details class="orders-how">
      <summary>Which orders are tried</summary>
      {variedWords(orders).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>
        Some of them have one thing late, each in its turn; the others several, chosen at random,
        now few and now many, since most faults need one or two at the right places (Burckhardt and
        others, <cite>A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs</cite>,
        2010). What breaks the program is then cut down to what it needs (Zeller and Hildebrandt,{' '}
        <cite>Simplifying and Isolating Failure-Inducing Input</cite>, 2002).
      </p>
      <p>
        <a href={pagePath('synchronization/order-that-breaks-it/')}>
          The lesson on the order that breaks it
        </a>{' '}
        shows it on a small program.
      </p>
    </details>
  );
}
