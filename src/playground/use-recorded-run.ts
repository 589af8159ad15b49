import { useEffect, useState } from 'preact/hooks';
import { fetchRecording } from '../course/snippet/fetch-recording.ts';
import { hashText } from '../ui/hash-text.ts';
import { pagePath } from '../ui/page-path.ts';
import { type PlaygroundProgram, programKey } from '../workbench/program/playground-program.ts';
import { concludePlainly } from '../workbench/run/conclude-plainly.ts';
import type { ProgramResult } from '../workbench/run/live-run.ts';
import type { Recording } from '../workbench/run-side.tsx';
import type { RecordedPrograms } from './recorded-programs.ts';

/** A run that was recorded: of a program of the course, or one that came with a link. */
export interface RecordedRun {
  readonly result: ProgramResult;
  readonly isFromLink: boolean;
}

/** All of a recorded run but the run itself: what a page has that was built with it. */
export const NOT_BUILT: Omit<Recording, 'fetched'> = {
  endedNs: 0,
  picture: null,
  insights: null,
  printed: [],
  verdict: null,
  problem: null,
  onWake: () => {},
};

/**
 * What a program did when it was recorded, as long as it is as it was then; null where it was not.
 * Without Python, which is fetched when someone wants to run it.
 *
 * @param packed the run that came with the program's link; null where none did.
 */
export function useRecordedRun(
  program: PlaygroundProgram,
  packed: string | null,
): RecordedRun | null {
  const [found, setFound] = useState<{ readonly key: string; readonly run: RecordedRun } | null>(
    null,
  );
  const key = programKey(program);
  useEffect(() => {
    if (found?.key === key) return;
    let current = true;
    runFromLink(program, packed)
      .then((run) => run ?? runOfCourse(program))
      .then(
        (run) => current && run && setFound({ key, run }),
        // Without it there is still the program, to be run.
        () => {},
      );
    return () => {
      current = false;
    };
  }, [key, packed]);
  return found?.key === key ? found.run : null;
}

async function runFromLink(
  program: PlaygroundProgram,
  packed: string | null,
): Promise<RecordedRun | null> {
  if (packed === null) return null;
  const { unpackRun } = await import('../workbench/program/share-trace.ts');
  const trace = await unpackRun(packed, program);
  if (!trace) return null;
  const conclude = await concludePlainly();
  return { result: await conclude(trace, { source: program.source }), isFromLink: true };
}

async function runOfCourse(program: PlaygroundProgram): Promise<RecordedRun | null> {
  const { source, args, seed } = program;
  if (args.trim() !== '' || seed !== '0') return null;
  const name = (await recordedPrograms())[hashText(source)];
  if (!name) return null;
  const { trace } = await fetchRecording(name);
  // Two texts may have one fingerprint.
  if (trace.program.source !== source) return null;
  const conclude = await concludePlainly();
  return { result: await conclude(trace, { source }), isFromLink: false };
}

let programs: Promise<RecordedPrograms> | null = null;

function recordedPrograms(): Promise<RecordedPrograms> {
  programs ??= fetch(pagePath('playground/recorded.json')).then((response) => {
    if (!response.ok) throw new Error(`the recorded programs: status ${response.status}`);
    return response.json();
  });
  programs.catch(() => {
    programs = null;
  });
  return programs;
}
