/**
 * The time zone of a program: UTC, as on a Linux machine where nobody has set another. Emscripten
 * would ask JavaScript for the reader's own, and the same program would print another hour in Tokyo.
 */
import type { Calls } from './wasm-imports.ts';

/** Where `struct tm` has what Emscripten's `gmtime` leaves unset. */
const TM_ISDST = 32;
const TM_GMTOFF = 36;

/** The calls that know about time zones, made from those of the module's imports that don't. */
export function universalTime(imports: Calls, memoryOf: () => WebAssembly.Memory): Calls {
  const toFields = imports['_gmtime_js'] as (seconds: bigint, tm: number) => void;
  const toSeconds = imports['_timegm_js'] as (tm: number) => bigint;
  const view = () => new DataView(memoryOf().buffer);

  /** -1, which says that there is no such time, where JavaScript has none. */
  function secondsOf(tm: number): bigint {
    try {
      return toSeconds(tm);
    } catch (error) {
      if (error instanceof RangeError) return -1n;
      throw error;
    }
  }

  function toLocalFields(seconds: bigint, tm: number): void {
    toFields(seconds, tm);
    view().setInt32((tm >>> 0) + TM_ISDST, 0, true);
    view().setInt32((tm >>> 0) + TM_GMTOFF, 0, true);
  }

  return {
    _localtime_js: toLocalFields,
    _mktime_js(tm: number): bigint {
      const seconds = secondsOf(tm);
      // As C's `mktime` does, put fields that are out of range in order.
      toLocalFields(seconds, tm);
      return seconds;
    },
    _tzset_js(timezone: number, daylight: number, standardName: number, summerName: number): void {
      view().setInt32(timezone >>> 0, 0, true);
      view().setInt32(daylight >>> 0, 0, true);
      const memory = new Uint8Array(memoryOf().buffer);
      for (const name of [standardName, summerName]) {
        memory.set(new TextEncoder().encode('UTC\0'), name >>> 0);
      }
    },
  };
}
