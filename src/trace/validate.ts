/**
 * What comes from outside, a file, a link or a running engine, is believed only after this: numbers
 * are bounded, texts too, ids are known, time never goes back. What is checked follows from the
 * schema.
 */
import {
  type Field,
  type Fields,
  type IdFamily,
  LATEST_NS,
  type Location,
  MOST_FILES,
  MOST_LINES,
  MOST_LISTED,
} from './fields.ts';
import {
  COMMON_FIELDS,
  EVENTS,
  type EventKind,
  LIMIT_NAMES,
  type Outcome,
  PRIMITIVE_STATES,
  TRACE_VERSION,
  type Trace,
  type TracedSchedule,
  type TraceEvent,
  type UncaughtError,
  WAIT_FIELDS,
} from './schema.ts';

/** More than a run of 100,000 steps with all that belongs to them. */
export const MOST_EVENTS = 2_000_000;

export class InvalidTrace extends Error {
  override readonly name = 'InvalidTrace';

  /**
   * @param where in the trace, `event 12 (step-began), task`
   * @param expected in words
   * @param found any value; it is shown in short
   */
  constructor(where: string, expected: string, found: unknown) {
    super(
      `This is not a trace that can be shown: at ${where}, expected ${expected}, found ${shown(found)}.`,
    );
  }
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

type Values = { readonly [name: string]: unknown };

/** How many of each family have been introduced. Agent 0 and file 0 always are. */
export type KnownIds = { [family in IdFamily]: number };

/** The number of the first one. */
export const firstOf = (family: IdFamily): number =>
  family === 'agent' || family === 'file' ? 0 : 1;

/** Checks the events of one trace, one after another. */
export class EventChecker {
  readonly known: KnownIds = {
    agent: 0,
    file: 0,
    loop: 0,
    primitive: 0,
    callback: 0,
    limit: 0,
    job: 0,
    channel: 0,
    server: 0,
  };
  #events = 0;
  #atNs = 0;
  /** Families of which the event at hand has introduced another. */
  readonly #introduced: IdFamily[] = [];
  /** Since the trace was cut, what acts need not have been introduced. */
  #isCut = false;

  /** @throws {InvalidTrace} where it is no event; then it is as if this had not been asked. */
  check(event: TraceEvent): void {
    this.#introduced.length = 0;
    try {
      this.#believe(event);
    } catch (error) {
      for (const family of this.#introduced) this.known[family] -= 1;
      this.#events -= 1;
      throw error;
    }
  }

  #believe(event: TraceEvent): void {
    this.#events += 1;
    if (this.#events > MOST_EVENTS) {
      throw new InvalidTrace('the events', `at most ${MOST_EVENTS} of them`, 'more');
    }
    // An object as a kind may refuse to become a name.
    const isNamed = typeof event.kind === 'string' && Object.hasOwn(EVENTS, event.kind);
    const row = isNamed ? EVENTS[event.kind] : undefined;
    if (!row) throw new InvalidTrace(`event ${this.#events}`, 'a known kind', event.kind);
    const where = () => `event ${this.#events} (${event.kind})`;
    const values = event as unknown as Values;
    this.#checkFields(values, COMMON, where);
    this.#checkFields(values, OWN[event.kind], where);
    if (event.atNs < this.#atNs) {
      throw new InvalidTrace(`${where()}, atNs`, `at least ${this.#atNs}`, event.atNs);
    }
    this.#atNs = event.atNs;
    if (event.kind === 'trace-cut') this.#isCut = true;
  }

  #checkFields(values: Values, fields: FieldList, where: () => string): void {
    for (const [name, field] of fields) {
      const value = values[name];
      if (value === null && field.isNullable) continue;
      const expected = this.#complaintAbout(value, field, () => `${where()}, ${name}`);
      if (expected !== null) throw new InvalidTrace(`${where()}, ${name}`, expected, value);
    }
  }

  /** What was expected instead; null where there is nothing to complain of. */
  #complaintAbout(value: unknown, { of }: Field, where: () => string): string | null {
    switch (of.type) {
      case 'id': {
        const { family, introduces } = of;
        const known = this.known[family];
        const next = known + 1;
        if (introduces !== 'never' && value === next) {
          this.known[family] = next;
          this.#introduced.push(family);
          return null;
        }
        if (introduces === 'always') return `${family} ${next}, the next one`;
        const most = this.#isCut ? MOST_EVENTS : known;
        return isWhole(value, firstOf(family), most) ? null : `the number of a known ${family}`;
      }
      case 'ns':
        return isWhole(value, 0, LATEST_NS) ? null : 'whole nanoseconds';
      case 'count':
        return isWhole(value, 0, Number.MAX_SAFE_INTEGER) ? null : 'a whole number from 0';
      case 'status':
        return isWhole(value, -1_000, 0xffff_ffff) ? null : 'an exit status';
      case 'flag':
        return typeof value === 'boolean' ? null : 'true or false';
      case 'text':
        return typeof value === 'string' && value.length <= of.longest
          ? null
          : `a text of at most ${of.longest} characters`;
      case 'choice':
        return of.choices.includes(value as string) ? null : `one of ${of.choices.join(', ')}`;
      case 'location':
        return this.#isLocation(value) ? null : 'a line of a known file';
      case 'agents':
        return Array.isArray(value) &&
          value.length <= MOST_LISTED &&
          value.every((agent) => isWhole(agent, 0, this.known.agent))
          ? null
          : `at most ${MOST_LISTED} numbers of known agents`;
      case 'wait':
        if (!isObject(value)) return 'what is waited for';
        this.#checkFields(value, WAIT, where);
        return null;
      case 'state': {
        const kind = isObject(value) ? value['kind'] : undefined;
        const fields = STATES.get(kind as string);
        if (!fields) return `a state of kind ${[...STATES.keys()].join(', ')}`;
        this.#checkFields(value as Values, fields, where);
        return null;
      }
    }
  }

  #isLocation(value: unknown): value is Location {
    return (
      isObject(value) &&
      isWhole(value['file'], 0, Math.min(this.known.file, MOST_FILES)) &&
      isWhole(value['line'], 1, MOST_LINES - 1)
    );
  }

  /** @throws {InvalidTrace} where it is no outcome, or the run was over before its last event. */
  checkEnd(outcome: unknown, endedNs: unknown): void {
    const expected = this.#complaintAboutOutcome(outcome);
    if (expected !== null) throw new InvalidTrace('the outcome', expected, outcome);
    if (!isWhole(endedNs, this.#atNs, LATEST_NS)) {
      throw new InvalidTrace('endedNs', `whole nanoseconds from ${this.#atNs}`, endedNs);
    }
  }

  #complaintAboutOutcome(outcome: unknown): string | null {
    if (!isObject(outcome)) return 'how the run ended';
    switch (outcome['kind']) {
      case 'exited':
        if (!isWhole(outcome['status'], -1_000, 0xffff_ffff)) return 'an exit status';
        return outcome['error'] === null || this.#isUncaught(outcome['error'])
          ? null
          : 'an error with type, message and location';
      case 'limited':
        return LIMIT_NAMES.includes(outcome['limit'] as never) &&
          isWhole(outcome['allowed'], 0, Number.MAX_SAFE_INTEGER)
          ? null
          : 'a limit and what it allows';
      case 'crashed':
        return typeof outcome['message'] === 'string' ? null : 'a message';
      case 'deadlocked':
      case 'serving':
      case 'stopped':
      case 'running':
        return null;
      default:
        return 'a known kind';
    }
  }

  #isUncaught(value: unknown): value is UncaughtError {
    return (
      isObject(value) &&
      typeof value['type'] === 'string' &&
      typeof value['message'] === 'string' &&
      (value['location'] === null || this.#isLocation(value['location']))
    );
  }
}

type FieldList = readonly (readonly [name: string, field: Field])[];

const COMMON: FieldList = Object.entries(COMMON_FIELDS);
const WAIT: FieldList = Object.entries(WAIT_FIELDS);
const STATES = new Map<string, FieldList>(
  Object.entries(PRIMITIVE_STATES).map(([kind, fields]) => [
    kind,
    Object.entries(fields as Fields),
  ]),
);
const OWN = Object.fromEntries(
  Object.entries(EVENTS).map(([kind, { fields }]) => [kind, Object.entries(fields as Fields)]),
) as unknown as { readonly [Kind in EventKind]: FieldList };

/**
 * A trace that came from outside, checked.
 *
 * @param value what `JSON.parse` gave: the form that `--json` prints.
 * @throws {InvalidTrace} says where, what was expected and what was found.
 */
export function parseTrace(value: unknown): Trace {
  if (!isObject(value)) throw new InvalidTrace('the top', 'a trace', value);
  const head = parseHead(value);
  const { events, outcome, endedNs } = value;
  if (!Array.isArray(events)) throw new InvalidTrace('events', 'a list', events);
  const checker = new EventChecker();
  for (const event of events) {
    if (!isObject(event)) throw new InvalidTrace('events', 'events', event);
    checker.check(event as unknown as TraceEvent);
  }
  checker.checkEnd(outcome, endedNs);
  return { ...head, events, outcome: outcome as Outcome, endedNs: endedNs as number };
}

/**
 * What stands before the events.
 *
 * @throws {InvalidTrace}
 */
export function parseHead(value: unknown): TraceHead {
  if (!isObject(value)) throw new InvalidTrace('the top', 'a trace', value);
  const { version, origin, clock, program, schedule } = value;
  if (version !== TRACE_VERSION) {
    throw new InvalidTrace('version', `${TRACE_VERSION}, the only one that is known`, version);
  }
  if (typeof origin !== 'string') throw new InvalidTrace('origin', 'a text', origin);
  if (clock !== 'virtual' && clock !== 'real') {
    throw new InvalidTrace('clock', 'virtual or real', clock);
  }
  if (!isProgram(program)) throw new InvalidTrace('program', 'name, source and seed', program);
  if (schedule === undefined) return { version, origin, clock, program };
  if (!isSchedule(schedule)) throw new InvalidTrace('schedule', 'a seed or null', schedule);
  return { version, origin, clock, program, schedule };
}

export type TraceHead = Pick<Trace, 'version' | 'origin' | 'clock' | 'program' | 'schedule'>;

function isSchedule(value: unknown): value is TracedSchedule {
  return isObject(value) && (value['seed'] === null || Number.isSafeInteger(value['seed']));
}

function isProgram(value: unknown): value is Trace['program'] {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    (value['source'] === null || typeof value['source'] === 'string') &&
    (value['seed'] === null || Number.isSafeInteger(value['seed']))
  );
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
