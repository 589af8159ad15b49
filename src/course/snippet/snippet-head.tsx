import { EditorHint, Notices } from '../../workbench/edit/notices.tsx';
import { Toolbar } from '../../workbench/toolbar.tsx';
import type { HandOver } from './use-hand-over.ts';
import type { SnippetCode } from './use-snippet-code.ts';

export interface SnippetHeadProps {
  readonly code: SnippetCode;
  /** As it was written. */
  readonly source: string;
  readonly hintId: string;
  readonly busy: boolean;
  readonly handOver: HandOver;
  readonly onRun: () => void;
  /** Whether to try other orders is what there is to do with it. */
  readonly exploresFirst: boolean;
  readonly onExplore: () => void;
  readonly onStop: () => void;
  readonly onSaid: (words: string) => void;
}

/** What stands over a snippet: its name, its tools, and what there is to say of its text. */
export function SnippetHead(props: SnippetHeadProps) {
  const { code, source, hintId, handOver, onSaid } = props;
  const { edits, editor, replaceText } = code;
  const { text, edited } = edits;
  return (
    <>
      <div class="snippet-head">
        <span class="snippet-file">main.py</span>
        {edited && <span class="snippet-edited">edited</span>}
        <EditorHint id={hintId} editor={editor} />
        <Toolbar
          busy={props.busy}
          editing={editor.mode === 'editing'}
          edited={edited}
          canUndoReset={edits.beforeReset !== null}
          copied={handOver.copied === 'code'}
          linkCopied={handOver.copied === 'link'}
          onRun={props.onRun}
          exploresFirst={props.exploresFirst}
          onExplore={props.onExplore}
          onStop={props.onStop}
          onEdit={() => editor.open(null)}
          onDone={() => editor.close({ focusBox: true })}
          onReset={() => {
            replaceText(source, edits.reset);
            onSaid('Reset. Undo reset brings your edit back.');
          }}
          onUndoReset={() => {
            replaceText(edits.beforeReset ?? source, edits.undoReset);
            onSaid('Your edit is back.');
          }}
          onCopy={handOver.copyCode}
          onCopyLink={handOver.copyLink}
          onPlayground={handOver.openInPlayground}
          onDownload={handOver.download}
        />
      </div>
      <Notices
        edits={edits}
        onAdopt={() => replaceText(edits.older ?? text, edits.adoptOlder)}
        onSwap={() => replaceText(edits.others[0] ?? text, edits.swap)}
      />
      {handOver.problem !== null && (
        <p class="snippet-notice" role="alert">
          {handOver.problem}
        </p>
      )}
    </>
  );
}
