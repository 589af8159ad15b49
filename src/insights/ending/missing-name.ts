/** What Python on Linux has, and the Python that is built for a page has not. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Location, UncaughtError } from '../../trace/schema.ts';
import { type Fact, fact } from '../fact.ts';

/** The program ended because a module of the library lacks something here. */
export interface MissingName extends Fact {
  readonly kind: 'missing-name';
  readonly module: string;
  readonly name: string;
  readonly location: Location | null;
}

/** By modules; no more than Python 3.14 on Linux has. */
export const MISSING_NAMES: { readonly [module: string]: readonly string[] } = {
  os: [
    'sched_getparam',
    'sched_getscheduler',
    'sched_param',
    'sched_rr_get_interval',
    'sched_setparam',
    'sched_setscheduler',
    'setns',
    'timerfd_create',
    'timerfd_gettime',
    'timerfd_gettime_ns',
    'timerfd_settime',
    'timerfd_settime_ns',
    'unshare',
  ],
  hashlib: ['scrypt'],
  socket: ['sethostname'],
  signal: ['pidfd_send_signal'],
  time: ['tzset'],
};

const MESSAGE = /^module '(\w+)' has no attribute '(\w+)'/;

export function missingName(
  { trace }: Analysis,
  { type, message, location }: UncaughtError,
): MissingName[] {
  const [, module = '', name = ''] = (type === 'AttributeError' && MESSAGE.exec(message)) || [];
  if (!MISSING_NAMES[module]?.includes(name)) return [];
  const about = fact({ events: [], fromNs: trace.endedNs, locations: [location] });
  return [{ kind: 'missing-name', ...about, module, name, location }];
}
