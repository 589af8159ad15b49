/** Random events for tests: each is allowed by the schema, and together they need make no sense. */
import fc from 'fast-check';
import { type Field, type Fields, type IdFamily, MOST_LISTED } from './fields.ts';
import {
  COMMON_FIELDS,
  EVENTS,
  type EventKind,
  PRIMITIVE_STATES,
  type TraceEvent,
  WAIT_FIELDS,
} from './schema.ts';

/** How many of each family have been introduced so far. */
type Known = { [family in IdFamily]: number };

const NOTHING_YET: Known = {
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

const KINDS = (Object.keys(EVENTS) as EventKind[]).filter((kind) => kind !== 'trace-cut');

/** Sequences of events that {@link EventChecker} accepts. */
export function arbitraryEvents(maxLength = 60): fc.Arbitrary<TraceEvent[]> {
  return fc
    .infiniteStream(fc.nat())
    .chain((stream) => fc.nat(maxLength).map((length) => buildEvents(length, draws(stream))));
}

/** Answers with whole numbers below a bound. */
type Draw = (below: number) => number;

function draws(stream: Iterator<number>): Draw {
  return (below) => (stream.next().value as number) % below;
}

function buildEvents(length: number, draw: Draw): TraceEvent[] {
  const known = { ...NOTHING_YET };
  let atNs = 0;
  const events: TraceEvent[] = [];
  while (events.length < length) {
    const kind = KINDS[draw(KINDS.length)] as EventKind;
    if (!canBe(EVENTS[kind].fields, known)) continue;
    atNs += draw(3) * 1e8;
    const common = { ...valuesOf(COMMON_FIELDS, known, draw), atNs };
    const own = valuesOf(EVENTS[kind].fields, known, draw);
    events.push({ kind, ...common, ...own } as unknown as TraceEvent);
  }
  return events;
}

/** Whether there is something for each field that must refer to something. */
function canBe(fields: Fields, known: Known): boolean {
  return Object.values(fields).every(
    ({ of, isNullable }) =>
      isNullable ||
      of.type !== 'id' ||
      of.introduces !== 'never' ||
      of.family === 'agent' ||
      known[of.family] > 0,
  );
}

function valuesOf(fields: Fields, known: Known, draw: Draw): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueFor(field, known, draw)]),
  );
}

function valueFor({ of, isNullable }: Field, known: Known, draw: Draw): unknown {
  if (isNullable && (draw(3) === 0 || (of.type === 'id' && known[of.family] === 0))) return null;
  switch (of.type) {
    case 'id': {
      if (of.introduces === 'always' || (of.introduces === 'first-time' && draw(2) === 0)) {
        known[of.family] += 1;
        return known[of.family];
      }
      if (of.introduces === 'first-time' && known[of.family] === 0) {
        known[of.family] = 1;
        return 1;
      }
      const first = of.family === 'agent' || of.family === 'file' ? 0 : 1;
      return first + draw(known[of.family] + 1 - first);
    }
    case 'ns':
      return draw(10) * 1e8;
    case 'count':
      return draw(5);
    case 'status':
      return draw(20) - 10;
    case 'flag':
      return draw(2) === 0;
    case 'text':
      return ['', 'sleep', 'é—"\\', 'Task-1'][draw(4)];
    case 'choice':
      return of.choices[draw(of.choices.length)];
    case 'location':
      return { file: draw(known.file + 1), line: 1 + draw(30) };
    case 'agents':
      return Array.from({ length: draw(Math.min(4, MOST_LISTED)) }, () => draw(known.agent + 1));
    case 'wait':
      return valuesOf(WAIT_FIELDS, known, draw);
    case 'state': {
      const states = Object.entries(PRIMITIVE_STATES);
      const [kind, fields] = states[draw(states.length)] as [string, Fields];
      return { kind, ...valuesOf(fields, known, draw) };
    }
  }
}
