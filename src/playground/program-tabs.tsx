import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';
import type { Tab, Tabs } from './playground-tabs.ts';

export interface ProgramTabsProps {
  readonly state: Tabs;
  readonly busyId: string | null;
  readonly onActivate: (id: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onClose: (id: string) => void;
  readonly onNew: () => void;
}

/** The open programs. The one that is shown can be renamed and closed. */
export function ProgramTabs(props: ProgramTabsProps) {
  const { state, busyId } = props;
  const list = useRef<HTMLUListElement>(null);
  const [renamed, setRenamed] = useState<string | null>(null);

  useLayoutEffect(() => {
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [state.activeId, state.tabs.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = state.tabs.findIndex(({ id }) => id === state.activeId);
    const next = step && state.tabs[at + step];
    if (!next || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    props.onActivate(next.id);
    list.current?.querySelectorAll<HTMLElement>('.playground-tab-name')[at + step]?.focus();
  };

  return (
    <nav class="playground-tabs" aria-label="Programs">
      <ul ref={list} onKeyDown={onKeyDown}>
        {state.tabs.map((tab) => (
          <li
            key={tab.id}
            class="playground-tab"
            data-active={tab.id === state.activeId || undefined}
          >
            {renamed === tab.id ? (
              <NameField
                tab={tab}
                onDone={(name) => {
                  setRenamed(null);
                  if (name !== null) props.onRename(tab.id, name);
                  requestAnimationFrame(() =>
                    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(),
                  );
                }}
              />
            ) : (
              <button
                type="button"
                class="playground-tab-name"
                aria-current={tab.id === state.activeId || undefined}
                title="Press F2 or click twice to rename"
                onClick={() => props.onActivate(tab.id)}
                onDblClick={() => setRenamed(tab.id)}
                onKeyDown={(event) => event.key === 'F2' && setRenamed(tab.id)}
              >
                {tab.name}
                {busyId === tab.id && <span class="sr-only"> (running)</span>}
                {busyId === tab.id && <span class="playground-running" aria-hidden="true" />}
              </button>
            )}
            {tab.id === state.activeId && renamed !== tab.id && (
              <>
                <TabTool
                  icon="edit"
                  label={`Rename ${tab.name}`}
                  onClick={() => setRenamed(tab.id)}
                />
                <TabTool
                  icon="close"
                  label={`Close ${tab.name}`}
                  onClick={() => props.onClose(tab.id)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <TabTool icon="add" label="New program" onClick={props.onNew} />
    </nav>
  );
}

interface TabToolProps {
  readonly icon: 'edit' | 'close' | 'add';
  readonly label: string;
  readonly onClick: () => void;
}

function TabTool({ icon, label, onClick }: TabToolProps) {
  return (
    <button
      type="button"
      class="playground-tab-tool"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

interface NameFieldProps {
  readonly tab: Tab;
  /** Null where the name stays. */
  readonly onDone: (name: string | null) => void;
}

function NameField({ tab, onDone }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, tab.name.length - '.py'.length);
  }, []);
  const finish = (name: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(name);
  };
  return (
    <input
      ref={field}
      class="playground-tab-field"
      aria-label="File name"
      defaultValue={tab.name}
      maxLength={64}
      size={Math.max(8, tab.name.length)}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}
