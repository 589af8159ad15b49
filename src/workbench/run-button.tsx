import { Icon } from '../ui/icons.tsx';

export interface RunButtonProps {
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** One element, so that the focus stays on it when Run becomes Stop. */
export function RunButton({ busy, onRun, onStop }: RunButtonProps) {
  return (
    <button
      type="button"
      class="snippet-run"
      data-busy={busy || undefined}
      title={busy ? 'Stop' : 'Run (Ctrl+Enter)'}
      onClick={busy ? onStop : onRun}
    >
      <Icon name={busy ? 'stop' : 'run'} />
      {busy ? 'Stop' : 'Run'}
    </button>
  );
}
