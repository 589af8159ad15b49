import { useState } from 'preact/hooks';

interface ProgramProps {
  /** What the playground's tab is called: `chapter/name`. */
  readonly name: string;
  readonly source: string;
  readonly children: string;
}

/** Opens a program in the playground, or says why it can't. */
export function OpenInPlayground({ name, source, children }: ProgramProps) {
  const [problem, setProblem] = useState('');
  const open = async () => {
    try {
      const { playgroundLink } = await import('../../workbench/program/playground-link.ts');
      location.assign(await playgroundLink(name, source));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" class="study-quiet" onClick={open}>
        {children}
      </button>
      {problem !== '' && <span role="alert">{problem}</span>}
    </>
  );
}
