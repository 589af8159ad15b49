import { useEffect, useState } from 'preact/hooks';
import { fetchRecording } from '../course/snippet/fetch-recording.ts';
import { hashText } from '../ui/hash-text.ts';
import { pagePath } from '../ui/page-path.ts';
import type { PlaygroundProgram } from '../workbench/program/playground-program.ts';
import { concludePlainly } from '../workbench/run/conclude-plainly.ts';
import type { ProgramResult } from '../workbench/run/live-run.ts';
import type { Recording } from '../workbench/run-side.tsx';
import type { RecordedPrograms } from './recorded-programs.ts';

/** The run of one program of the course, as it was recorded when the site was built. */
export interface RecordedRun {
  readonly source: string;
  readonly result: ProgramResult;
}

/** All of a recorded run but the run itself: what a page has that was built with it. */
export const NOT_BUILT: Omit<Recording, 'fetched'> = {
  endedNs: 0,
  picture: null,
  insights: null,
  verdict: null,
  problem: null,
  onWake: () => {},
};

/**
 * What a program of the course did when it was recorded, as long as it is as it was then; null of
 * any other. Without Python, which is fetched when someone wants to run it.
 */
export function useRecordedRun({ source, args, seed }: PlaygroundProgram): RecordedRun | null {
  const [found, setFound] = useState<RecordedRun | null>(null);
  const isPlain = args.trim() === '' && seed === '0';
  useEffect(() => {
    if (!isPlain || found?.source === source) return;
    let current = true;
    recordedRun(source).then(
      (run) => current && run && setFound(run),
      // Without it there is still the program, to be run.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [source, isPlain]);
  return isPlain && found?.source === source ? found : null;
}

async function recordedRun(source: string): Promise<RecordedRun | null> {
  const name = (await recordedPrograms())[hashText(source)];
  if (!name) return null;
  const { trace } = await fetchRecording(name);
  // Two texts may have one fingerprint.
  if (trace.program.source !== source) return null;
  const conclude = await concludePlainly();
  return { source, result: await conclude(trace, { source }) };
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
