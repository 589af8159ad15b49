import { Icon, type IconName } from '../ui/icons.tsx';
import { ExploreButton } from './explore/explore-button.tsx';
import { RunButton } from './run-button.tsx';

export interface ToolbarProps {
  readonly busy: boolean;
  readonly editing: boolean;
  readonly edited: boolean;
  readonly canUndoReset: boolean;
  readonly copied: boolean;
  readonly linkCopied: boolean;
  readonly onRun: () => void;
  /** Whether to try other orders is what there is to do with it. */
  readonly exploresFirst: boolean;
  readonly onExplore: () => void;
  readonly onStop: () => void;
  readonly onEdit: () => void;
  readonly onDone: () => void;
  readonly onReset: () => void;
  readonly onUndoReset: () => void;
  readonly onCopy: () => void;
  readonly onCopyLink: () => void;
  readonly onDownload: () => void;
  readonly onPlayground: () => void;
}

/** What can be done with a snippet. The first button runs it, and stops it while it runs. */
export function Toolbar(props: ToolbarProps) {
  const { busy, editing, copied, linkCopied } = props;
  return (
    <div class="snippet-tools">
      <ResetTool {...props} />
      {editing ? (
        <Tool icon="done" label="Done editing" onClick={props.onDone} />
      ) : (
        <Tool icon="edit" label="Edit" onClick={props.onEdit} />
      )}
      <Tool icon={copied ? 'done' : 'copy'} label="Copy the code" onClick={props.onCopy} />
      <Tool icon="download" label="Download as a .py file" onClick={props.onDownload} />
      <Tool icon={linkCopied ? 'done' : 'link'} label="Copy a link" onClick={props.onCopyLink} />
      <Tool icon="playground" label="Open in the playground" onClick={props.onPlayground} />
      <ExploreButton as={props.exploresFirst ? 'main' : 'tool'} onExplore={props.onExplore} />
      <RunButton busy={busy} onRun={props.onRun} onStop={props.onStop} />
    </div>
  );
}

type ResetToolProps = Pick<ToolbarProps, 'edited' | 'canUndoReset' | 'onReset' | 'onUndoReset'>;

/** One element: Reset becomes what undoes it, under the same finger. */
export function ResetTool({ edited, canUndoReset, onReset, onUndoReset }: ResetToolProps) {
  if (!edited && !canUndoReset) return null;
  const words = canUndoReset ? 'Undo reset' : 'Reset';
  return (
    <Tool
      icon={canUndoReset ? 'undo' : 'reset'}
      label={words}
      text={words}
      onClick={canUndoReset ? onUndoReset : onReset}
    />
  );
}

export interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  /** Shown beside the icon; without it the label is a tooltip. */
  readonly text?: string;
  readonly onClick: () => void;
}

/** One button: an icon, and words where the icon alone would be a riddle. */
export function Tool({ icon, label, text, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="snippet-tool"
      aria-label={label}
      title={text ? undefined : label}
      onClick={onClick}
    >
      <Icon name={icon} />
      {text && <span class="snippet-tool-text">{text}</span>}
    </button>
  );
}
