import { type Verdict, verdictOf } from '../../insights/verdict.ts';
import { decodeTrace } from '../../trace/codec.ts';
import type { Trace } from '../../trace/schema.ts';
import { pagePath } from '../../ui/page-path.ts';

export interface FetchedRecording {
  readonly trace: Trace;
  readonly verdict: Verdict;
}

/**
 * The recording of a snippet as the site ships it.
 *
 * @throws where it cannot be had.
 */
export async function fetchRecording(name: string): Promise<FetchedRecording> {
  const response = await fetch(pagePath(`recordings/${name}.json`));
  if (!response.ok) throw new Error(`the recording of ${name}: status ${response.status}`);
  const trace = decodeTrace(await response.json());
  return { trace, verdict: verdictOf(trace) };
}
