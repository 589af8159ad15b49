import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';

export interface RunButtonProps {
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** Two clicks closer than this are a double click, which asks for a run and not for its end. */
const DOUBLE_CLICK_MS = 300;

/** One element, so that the focus stays on it when Run becomes Stop. */
export function RunButton({ busy, onRun, onStop }: RunButtonProps) {
  const ranAtMs = useRef(Number.NEGATIVE_INFINITY);
  const press = ({ timeStamp, detail }: MouseEvent) => {
    const isSecond = detail > 1 && timeStamp - ranAtMs.current <= DOUBLE_CLICK_MS;
    if (!busy) {
      ranAtMs.current = timeStamp;
      onRun();
    } else if (!isSecond) {
      onStop();
    }
  };
  return (
    <button
      type="button"
      class="snippet-run"
      data-busy={busy || undefined}
      title={busy ? 'Stop' : 'Run (Ctrl+Enter)'}
      onClick={press}
    >
      <Icon name={busy ? 'stop' : 'run'} />
      {busy ? 'Stop' : 'Run'}
    </button>
  );
}
