import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { linesInPlace, moved, type OrderQuestion } from '../../study/prediction.ts';
import { Icon } from './icons.tsx';
import { InlineCode } from './inline-code.tsx';

export interface OrderFormProps {
  readonly question: OrderQuestion;
  readonly onAnswer: (lines: readonly string[]) => void;
}

interface Item {
  readonly id: number;
  readonly text: string;
}

/** Lines to be put into order: by two buttons each, or by dragging. */
export function OrderForm({ question, onAnswer }: OrderFormProps) {
  const [items, setItems] = useState<readonly Item[]>(() =>
    question.lines.map((text, id) => ({ id, text })),
  );
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focusAfter = useRef<string | null>(null);

  // A button that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (focusAfter.current === null) return;
    list.current?.querySelector<HTMLElement>(focusAfter.current)?.focus();
    focusAfter.current = null;
  });

  const move = (from: number, to: number, button: 'up' | 'down') => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    setItems(moved(items, from, to));
    setSaid(`${item.text}: now line ${to + 1} of ${items.length}`);
    focusAfter.current = `[data-item="${item.id}"] [data-move="${button}"]`;
  };

  const dragTo = (clientY: number) => {
    const from = items.findIndex((item) => item.id === dragged);
    const rows = Array.from(list.current?.children ?? [], (row) => row.getBoundingClientRect());
    const to = rows.findIndex((row) => clientY < row.bottom);
    const target = to < 0 ? rows.length - 1 : to;
    if (from >= 0 && target !== from) setItems(moved(items, from, target));
  };

  return (
    <>
      <p class="snippet-ask">
        <b>Predict first.</b> Put the lines into the order in which they are printed.
      </p>
      <ol
        ref={list}
        class="snippet-order"
        onPointerMove={(event) => dragged !== null && dragTo(event.clientY)}
        onPointerUp={() => setDragged(null)}
        onPointerCancel={() => setDragged(null)}
      >
        {items.map((item, at) => (
          <li key={item.id} data-item={item.id} data-dragged={item.id === dragged || undefined}>
            <span
              class="snippet-grip"
              aria-hidden="true"
              onPointerDown={(event) => {
                event.preventDefault();
                list.current?.setPointerCapture(event.pointerId);
                setDragged(item.id);
              }}
            >
              <Icon name="grip" />
            </span>
            <code>{item.text}</code>
            <MoveButton way="up" item={item} able={at > 0} onMove={() => move(at, at - 1, 'up')} />
            <MoveButton
              way="down"
              item={item}
              able={at < items.length - 1}
              onMove={() => move(at, at + 1, 'down')}
            />
          </li>
        ))}
      </ol>
      <span class="sr-only" role="status">
        {said}
      </span>
      <button
        type="button"
        class="snippet-check"
        onClick={() => onAnswer(items.map((item) => item.text))}
      >
        Check
      </button>
    </>
  );
}

interface MoveButtonProps {
  readonly way: 'up' | 'down';
  readonly item: Item;
  readonly able: boolean;
  readonly onMove: () => void;
}

/** At the edge it only says so: a disabled button would drop the keyboard's focus. */
function MoveButton({ way, item, able, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      class="snippet-tool"
      data-move={way}
      aria-label={`Move “${item.text}” ${way}`}
      aria-disabled={!able}
      onClick={onMove}
    >
      <Icon name={way} />
    </button>
  );
}

export interface OrderResultProps {
  readonly question: OrderQuestion;
  readonly answer: readonly string[];
  readonly printed: readonly string[];
}

export function OrderResult({ question, answer, printed }: OrderResultProps) {
  const inPlace = linesInPlace(answer, printed);
  const right = inPlace === printed.length;
  return (
    <div class="snippet-answer" data-right={right || undefined}>
      <p>
        <b>{right ? 'Right:' : 'Not quite:'}</b>{' '}
        {right
          ? 'that is the order.'
          : `${inPlace} of your ${printed.length} lines are where Python prints them.`}{' '}
        <InlineCode text={question.because ?? ''} />
      </p>
      {!right && (
        <ol class="snippet-order" data-checked>
          {answer.map((line, at) => (
            <li key={at} data-right={line === printed[at] || undefined}>
              <span class="snippet-sign">
                {line === printed[at] ? '✓' : '✗'}
                <span class="sr-only">{line === printed[at] ? 'in place: ' : 'elsewhere: '}</span>
              </span>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
