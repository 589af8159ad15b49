import { decodeRecording } from '../../recording/encoding.ts';
import type { Recording } from '../../recording/recording.ts';

/**
 * The recording of a snippet as the site ships it.
 *
 * @throws where it cannot be had.
 */
export async function fetchRecording(name: string): Promise<Recording> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const response = await fetch(`${base}/recordings/${name}.json`);
  if (!response.ok) throw new Error(`the recording of ${name}: status ${response.status}`);
  return decodeRecording(await response.json());
}
