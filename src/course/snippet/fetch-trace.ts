import { decodeTrace } from '../../trace/codec.ts';
import type { Trace } from '../../trace/schema.ts';
import { pagePath } from '../../ui/page-path.ts';

/**
 * The recording of a snippet as the site ships it.
 *
 * @throws where it cannot be had.
 */
export async function fetchTrace(name: string): Promise<Trace> {
  const response = await fetch(pagePath(`recordings/${name}.json`));
  if (!response.ok) throw new Error(`the recording of ${name}: status ${response.status}`);
  return decodeTrace(await response.json());
}
