import { useRef } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icons.tsx';
import { ExploreButton } from '../workbench/explore/explore-button.tsx';
import { RunButton } from '../workbench/run-button.tsx';

export interface ToolsBarProps {
  readonly busy: boolean;
  readonly view: 'editor' | 'output';
  readonly onView: (view: 'editor' | 'output') => void;
  readonly onExamples: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSave: () => void;
  readonly onShare: () => void;
  readonly onRun: () => void;
  readonly onExplore: () => void;
  readonly onStop: () => void;
}

/** What can be done with the program that is shown. */
export function ToolsBar(props: ToolsBarProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="playground-bar">
      <Tool icon="list" text="Examples" onClick={props.onExamples} />
      <Tool
        icon="open"
        text="Open"
        title="Open a .py file, or drop it on the page"
        onClick={() => input.current?.click()}
      />
      <Tool icon="download" text="Save" title="Save as a .py file" onClick={props.onSave} />
      <Tool
        icon="share"
        text="Share"
        title="A link to this program, its picture, or a frame for another site"
        onClick={props.onShare}
      />
      <input
        ref={input}
        type="file"
        accept=".py,.pyw,text/x-python"
        multiple
        hidden
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls. */}
      <div class="playground-views" role="group" aria-label="Show">
        {(['editor', 'output'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={props.view === view}
            onClick={() => props.onView(view)}
          >
            {view === 'editor' ? 'Editor' : 'Output'}
          </button>
        ))}
      </div>
      <ExploreButton as="words" onExplore={props.onExplore} />
      <RunButton busy={props.busy} onRun={props.onRun} onStop={props.onStop} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly text: string;
  readonly title?: string;
  readonly onClick: () => void;
}

function Tool({ icon, text, title, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="snippet-tool"
      aria-label={text}
      title={title ?? text}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="playground-tool-text">{text}</span>
    </button>
  );
}
