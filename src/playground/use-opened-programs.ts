import { uniqueId } from '../ui/unique-id.ts';
import type { PlaygroundProgram } from '../workbench/program/playground-program.ts';
import type { Notice } from './notices.tsx';
import { listProblems, openFile } from './open-file.ts';
import { closeTab, MOST_TABS, openTab, type Tabs, undoClose } from './playground-tabs.ts';

export interface OpenedProgramsOptions {
  readonly state: Tabs;
  readonly update: (change: (state: Tabs) => Tabs) => void;
  readonly onNotice: (notice: Notice | null) => void;
  /** A program is shown: whether it is another, for which there was room. */
  readonly onShown: (isThere: boolean) => void;
  readonly onClosing: (id: string) => void;
  readonly onClosed: () => void;
}

export interface OpenedPrograms {
  /** @returns whether there was room for it. */
  show(program: PlaygroundProgram): boolean;
  openFiles(files: readonly File[]): Promise<void>;
  close(id: string): void;
}

/** There are as many programs as there can be. */
export const FULL = `There are ${MOST_TABS} programs open. Close one to open another.`;

/** Opens programs in tabs of their own, and closes them; what there is to say of it is said. */
export function useOpenedPrograms(options: OpenedProgramsOptions): OpenedPrograms {
  const { state, update, onNotice } = options;
  const show = (program: PlaygroundProgram): boolean => {
    let full = false;
    update((tabs) => {
      const next = openTab(tabs, program, uniqueId());
      full = next === tabs && tabs.tabs.length >= MOST_TABS;
      return next;
    });
    onNotice(full ? { text: FULL } : null);
    options.onShown(!full);
    return !full;
  };
  return {
    show,
    async openFiles(files) {
      const problems: string[] = [];
      for (const file of files) {
        const opened = await openFile(file);
        if (opened.problem !== null) problems.push(opened.problem);
        else if (!show({ name: opened.name, source: opened.source, args: '', seed: '0' })) return;
      }
      // Only now: each program that is shown takes away what was said before.
      if (problems.length > 0) onNotice({ text: listProblems(problems) });
    },
    close(id) {
      const name = state.tabs.find((other) => other.id === id)?.name;
      options.onClosing(id);
      update((tabs) => closeTab(tabs, id, uniqueId()));
      onNotice({
        text: `Closed ${name}.`,
        action: { label: 'Undo', run: () => update(undoClose) },
      });
      options.onClosed();
    },
  };
}
