/** What is worked out from a recording is worked out once, when it is first asked for. */
import type { Recording } from '../trace/recording.ts';

/** The same function, which remembers its answer for as long as the recording is in use. */
export function perRecording<T>(compute: (recording: Recording) => T): (recording: Recording) => T {
  const known = new WeakMap<Recording, { readonly value: T }>();
  return (recording) => {
    let entry = known.get(recording);
    if (!entry) {
      entry = { value: compute(recording) };
      known.set(recording, entry);
    }
    return entry.value;
  };
}
