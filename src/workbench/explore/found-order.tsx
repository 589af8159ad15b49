import { useState } from 'preact/hooks';
import { scheduleText } from '../../explore/schedule-text.ts';
import { lateWords } from '../../insights/words/late.ts';
import { changesSomething, NOTHING_CHANGED } from '../../simulator/what-if.ts';
import { downloadBlob } from '../../ui/hand-over.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { pageUrl } from '../../ui/page-urls.ts';
import { useCopied } from '../../ui/use-copied.ts';
import { CompareView } from '../compare/compare-view.tsx';
import { Sign } from '../output/verdict.tsx';
import type { PlaygroundProgram } from '../program/playground-program.ts';
import { encodeShare } from '../program/share-link.ts';
import { withRun } from '../program/share-trace.ts';
import type { Orders, ShownOrder } from './orders.ts';
import { needWords } from './orders-words.ts';

export interface FoundOrderProps {
  readonly orders: Orders;
  readonly shown: ShownOrder;
  readonly isBroken: boolean;
  /** The program as a link takes it. */
  readonly program: PlaygroundProgram;
  readonly onRun: (late: ShownOrder['late']) => void;
}

/** The order that comes to the chosen outcome: what has to be late, and both runs. */
export function FoundOrder({ orders, shown, isBroken, program, onRun }: FoundOrderProps) {
  const { late, trace, result } = shown;
  const kind = isBroken ? 'broken' : 'noteworthy';
  const { copied, copy } = useCopied<'link'>();
  const [said, setSaid] = useState('');
  const copyLink = async () => {
    try {
      const { whatIf = NOTHING_CHANGED } = orders.program;
      const plain = await encodeShare(program, { late, whatIf });
      // It would be taken for what the program comes to by itself.
      const made = changesSomething(whatIf) ? plain : await withRun(plain, trace);
      if (made.problem !== null) return setSaid(made.problem);
      setSaid(await copy('link', pageUrl('playground/') + made.fragment));
    } catch {
      setSaid('This browser cannot make links. Download the schedule instead.');
    }
  };
  const download = () => {
    const file = new Blob([scheduleText(late)], { type: 'application/json' });
    downloadBlob(file, `${program.name.replace(/\.py$/, '')}.schedule.json`);
  };
  return (
    <section class="orders-found" aria-label={isBroken ? 'The order that breaks it' : 'The order'}>
      <div class="orders-found-words verdict" data-kind={kind}>
        <Sign kind={kind} />
        <div>
          <p>
            <b>
              {isBroken ? 'Here is an order that breaks it.' : 'Here is an order that does it.'}
            </b>{' '}
            {needWords(late.length)}
          </p>
          <ul>
            {lateWords(trace).map((words) => (
              <li key={words}>
                <InlineCode text={words} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div class="orders-tools">
        <button type="button" class="orders-button" onClick={() => onRun(late)}>
          Run in this order
        </button>
        <button type="button" class="orders-button" onClick={copyLink}>
          {copied ? 'Copied' : 'Copy a link to it'}
        </button>
        <button
          type="button"
          class="orders-button"
          title="What simulate --schedule takes"
          onClick={download}
        >
          Download the schedule
        </button>
        <span class="orders-quiet" role="status">
          {said}
        </span>
      </div>
      {orders.usual && (
        <CompareView
          left={{ title: 'Usual order', source: orders.program.source, ...judged(orders.usual) }}
          right={{
            title: isBroken ? 'Broken order' : 'This order',
            source: orders.program.source,
            ...judged(result),
          }}
          // It has come by itself; the reader may be typing.
          takesFocus={false}
        />
      )}
    </section>
  );
}

function judged({ trace, verdict }: ShownOrder['result']) {
  return { trace, verdict };
}
