/** What there is to say of a program's orders. */
import type { OpenCounts } from '../../explore/runner.ts';
import { tellOutcome } from '../../insights/words/outcome.ts';
import { REALISTIC } from '../../simulator/schedule.ts';
import type { Hindrance, Orders } from './orders.ts';
import { type ShownOutcome, shownOutcomes } from './shown-outcomes.ts';

/** One line that is always true of what is known by now. */
export function headline(orders: Orders, outcomes: readonly ShownOutcome[]): string {
  const { exploration, hindrance, work } = orders;
  const tried = exploration?.runs.length ?? 0;
  if (work === 'preparing' && tried === 0) return 'Preparing Python …';
  if (hindrance) return HINDRANCES[hindrance];
  if (tried === 0) return work ? 'Running it in its usual order …' : 'No other order was tried.';
  const broken = outcomes.reduce((sum, each) => sum + (each.isBroken ? each.count : 0), 0);
  const orderCount = counted(tried, 'order');
  if (broken > 0) {
    return `${grouped(broken)} of ${orderCount} ${broken === 1 ? 'breaks' : 'break'} it.`;
  }
  if (outcomes.length === 1) return `${orderCount}, one outcome.`;
  return `${orderCount}, ${outcomes.length} outcomes; none counts as broken.`;
}

const HINDRANCES: Record<Hindrance, string> = {
  broken: 'It breaks in the usual order already.',
  unended: 'It does not come to an end by itself.',
  'one-order': 'It has one order, the usual one.',
  crashed: 'The simulator failed.',
};

/** What else belongs to it: what it means, and what can be done. */
export function advice(orders: Orders, outcomes: readonly ShownOutcome[]): string {
  const { exploration, hindrance, work, usual } = orders;
  if (hindrance) return hindranceAdvice(hindrance, orders);
  if (!exploration || exploration.runs.length === 0 || work) return '';
  if (outcomes.some(({ isBroken }) => isBroken)) {
    return usual && outcomes.some((each) => each.isUsual && each.isBroken)
      ? 'The usual order is among them.'
      : '';
  }
  if (outcomes.length === 1) {
    return 'Nothing was found. That is no proof: an order that was not tried may still break it.';
  }
  return 'What it prints depends on the order. If it should not, count another output as broken, or look at the rarest outcome.';
}

function hindranceAdvice(hindrance: Hindrance, { usual }: Orders): string {
  switch (hindrance) {
    case 'broken':
      return `${usual?.verdict.text ?? ''} Nothing has to be late for that: Run shows it.`;
    case 'unended':
      return `${usual ? tellOutcome(usual.trace.outcome).summary : ''} Orders are told apart by what a program has come to at its end. Give it one, with \`asyncio.timeout\` for instance, and try again.`;
    case 'one-order':
      return 'There is no timer, no answer and no thread in it that could come later than it does, so asyncio leaves nothing open.';
    case 'crashed': {
      const { summary, detail } = tellOutcome(
        usual?.trace.outcome ?? { kind: 'crashed', message: '' },
      );
      return `${summary} ${detail}`;
    }
  }
}

/** What is said once it is over to those who do not look. */
export function endWords(orders: Orders): string {
  const { problem, wasStopped, shown } = orders;
  if (problem !== null) return problem;
  const outcomes = shownOutcomes(orders);
  const said = [headline(orders, outcomes), advice(orders, outcomes)];
  if (wasStopped) said.unshift('Stopped.');
  if (shown) said.push(needWords(shown.late.length).replace(/:$/, '.'));
  return said.filter((words) => words !== '').join(' ');
}

/** `"It needs one thing late:"` */
export function needWords(late: number): string {
  if (late === 0) return 'Nothing has to be late for it.';
  const [few] = FEW.slice(late);
  return `It needs ${few ?? grouped(late)} ${late === 1 ? 'thing' : 'things'} late:`;
}

const FEW = ['', 'one', 'two', 'three', 'four'];

/** Which orders were tried, in sentences. */
export function variedWords({ exploration }: Orders): readonly string[] {
  if (!exploration) return [];
  const { open, isApart } = exploration;
  return [
    `${open ? openWords(open) : 'Timers, answers and threads are left open. '}Each order has some of them late, and everything else as CPython’s event loop does it: what is ready runs first in, first out.`,
    `Most orders are such as a busy machine makes: what is late is so by at most ${REALISTIC.atMostNs / 1e6} ms and ${REALISTIC.share * 100} % of how long it takes. Others go further, some by nearly as long again as it takes; where something has broken, nothing less likely is tried any more.`,
    ...(isApart
      ? [
          'Each run had an interpreter of its own, which takes longer: the program leaves traces in the library.',
        ]
      : []),
  ];
}

function openWords({ choices, looks }: OpenCounts): string {
  const moments = `In its usual order, ${counted(choices, 'moment')} of this program ${choices === 1 ? 'is' : 'are'} left open: when a timer fires, what was sent arrives, a thread has its turn. `;
  if (looks === 0) return moments;
  return `${moments}At ${counted(looks, 'place')} a thread that computes can be interrupted. `;
}

/** `(1, "order")` gives `"1 order"`. */
export function counted(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
