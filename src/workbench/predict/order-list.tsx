import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/icons.tsx';
import { moved } from './prediction.ts';

export interface OrderedLine {
  /** Stays with the line wherever it is moved. */
  readonly id: number;
  readonly text: string;
}

export interface OrderListProps {
  readonly lines: readonly OrderedLine[];
  readonly onChange: (lines: readonly OrderedLine[]) => void;
}

/** Lines to be put into order: by two buttons each, or by dragging. */
export function OrderList({ lines, onChange }: OrderListProps) {
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
    const line = lines[from];
    if (!line || to < 0 || to >= lines.length) return;
    onChange(moved(lines, from, to));
    setSaid(`${line.text}: now line ${to + 1} of ${lines.length}`);
    focusAfter.current = `[data-item="${line.id}"] [data-move="${button}"]`;
  };

  const dragTo = (clientY: number) => {
    const from = lines.findIndex(({ id }) => id === dragged);
    const rows = Array.from(list.current?.children ?? [], (row) => row.getBoundingClientRect());
    const to = rows.findIndex((row) => clientY < row.bottom);
    const target = to < 0 ? rows.length - 1 : to;
    if (from >= 0 && target !== from) onChange(moved(lines, from, target));
  };

  return (
    <>
      <ol
        ref={list}
        class="snippet-order"
        onPointerMove={(event) => dragged !== null && dragTo(event.clientY)}
        onPointerUp={() => setDragged(null)}
        onPointerCancel={() => setDragged(null)}
      >
        {lines.map((line, at) => (
          <li key={line.id} data-item={line.id} data-dragged={line.id === dragged || undefined}>
            <span
              class="snippet-grip"
              aria-hidden="true"
              onPointerDown={(event) => {
                event.preventDefault();
                list.current?.setPointerCapture(event.pointerId);
                setDragged(line.id);
              }}
            >
              <Icon name="grip" />
            </span>
            <code>{line.text}</code>
            <MoveButton
              way="up"
              text={line.text}
              able={at > 0}
              onMove={() => move(at, at - 1, 'up')}
            />
            <MoveButton
              way="down"
              text={line.text}
              able={at < lines.length - 1}
              onMove={() => move(at, at + 1, 'down')}
            />
          </li>
        ))}
      </ol>
      <span class="sr-only" role="status">
        {said}
      </span>
    </>
  );
}

interface MoveButtonProps {
  readonly way: 'up' | 'down';
  readonly text: string;
  readonly able: boolean;
  readonly onMove: () => void;
}

/** At the edge it only says so: a disabled button would drop the keyboard's focus. */
function MoveButton({ way, text, able, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      class="snippet-tool"
      data-move={way}
      aria-label={`Move “${text}” ${way}`}
      aria-disabled={!able}
      onClick={onMove}
    >
      <Icon name={way} />
    </button>
  );
}
