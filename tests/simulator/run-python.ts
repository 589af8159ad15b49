import { formatTranscript } from '../../src/analysis/transcript.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Limits } from '../../src/simulator/simulator.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';

const simulator = createNodeSimulator();

/** Runs a program in a fresh engine. The source may be indented as the test is. */
export function runPython(source: string, limits: Partial<Limits> = {}): Promise<Trace> {
  return simulator.run({ source: dedent(source), limits }).finished;
}

/** The transcript of a run: what was printed, when, and how it ended. */
export async function transcriptOf(source: string, limits?: Partial<Limits>): Promise<string> {
  return formatTranscript(await runPython(source, limits)).trimEnd();
}

/** What a program printed, without times: for one that computes for long enough to be charged. */
export async function printedBy(source: string): Promise<string> {
  const { events } = await runPython(source);
  const texts = events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
  return texts.join('').trimEnd();
}

/** A function for programs, which prints what each of several calls gives or raises. */
export const ATTEMPT = `
    def attempt(*calls):
        for call in calls:
            try:
                print(call())
            except (OSError, ValueError, TypeError, OverflowError) as error:
                print(type(error).__name__, error)
`;
