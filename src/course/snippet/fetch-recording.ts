import { decodeRecording } from '../../trace/encoding.ts';
import type { Recording } from '../../trace/recording.ts';
import { pagePath } from '../../ui/page-path.ts';

/**
 * The recording of a snippet as the site ships it.
 *
 * @throws where it cannot be had.
 */
export async function fetchRecording(name: string): Promise<Recording> {
  const response = await fetch(pagePath(`recordings/${name}.json`));
  if (!response.ok) throw new Error(`the recording of ${name}: status ${response.status}`);
  return decodeRecording(await response.json());
}
