import { useState } from 'preact/hooks';
import type { WhatIf } from '../../simulator/what-if.ts';
import type { Position } from '../../timeline/position.ts';
import { downloadText } from '../../ui/hand-over.ts';
import { useCopied } from '../../ui/use-copied.ts';
import { downloadName } from '../../workbench/program/file-name.ts';

export interface HandOverOptions {
  /** `chapter/name`. */
  readonly name: string;
  /** The program as it is now, without a newline at its end. */
  readonly text: string;
  /** Where the playhead stands in the program's run; null where nowhere. */
  readonly stands: Position | null;
  /** What is changed of its runs. */
  readonly whatIf: WhatIf;
  readonly onSaid: (words: string) => void;
}

export interface HandOver {
  /** What is on the clipboard since a moment ago. */
  readonly copied: 'code' | 'link' | null;
  /** Why there is no link; null where there is one, or nobody asked. */
  readonly problem: string | null;
  forgetProblem(): void;
  copyCode(): void;
  copyLink(): void;
  openInPlayground(): void;
  download(): void;
}

/** What takes a snippet elsewhere: the clipboard, a link, the playground, a file. */
export function useHandOver({ name, text, stands, whatIf, onSaid }: HandOverOptions): HandOver {
  const { copied, copy } = useCopied<'code' | 'link'>();
  const [problem, setProblem] = useState<string | null>(null);
  const copyAs = async (what: 'code' | 'link', copyable: string) =>
    onSaid(await copy(what, copyable));
  const withLink = async (use: (link: string) => void) => {
    setProblem(null);
    try {
      const { playgroundLink } = await import('../../workbench/program/playground-link.ts');
      use(await playgroundLink(name, text, { moment: stands, whatIf }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    copied,
    problem,
    forgetProblem: () => setProblem(null),
    copyCode: () => copyAs('code', `${text}\n`),
    copyLink: () => withLink((link) => copyAs('link', link)),
    openInPlayground: () => withLink((link) => location.assign(link)),
    download: () => downloadText(`${text}\n`, downloadName(name)),
  };
}
