/** Where locks, pools, queues, events and their kin go in a timeline: below the lanes of the tasks. */
import type { Analysis } from '../analysis/analysis.ts';
import { shortName } from '../analysis/labels.ts';
import type { Resource } from '../analysis/resources.ts';
import type { AgentId, PrimitiveId } from '../trace/schema.ts';
import { FLAG_PX, HOLD_PX, LEVEL_PX } from './measures.ts';
import type { Scale } from './scale.ts';
import { secondsText } from './seconds.ts';
import { splitCall } from './split-call.ts';
import { fractionOf, standsUntilNs, type Window } from './window.ts';

export interface ResourceRow {
  readonly primitive: PrimitiveId;
  readonly label: string;
  /** `3 slots`, `room for 2`; empty where there is nothing to add. */
  readonly detail: string;
  readonly topPx: number;
  readonly heightPx: number;
  readonly shapes: readonly ResourceShape[];
}

/** Down, from the top of its row. */
export type ResourceShape =
  /** Somebody has a place. */
  | {
      readonly kind: 'hold';
      readonly from: number;
      readonly to: number;
      readonly topPx: number;
      readonly by: AgentId;
      readonly text: string;
      readonly title: string;
    }
  /** So much of what there is room for. */
  | {
      readonly kind: 'level';
      readonly from: number;
      readonly to: number;
      readonly count: number;
      /** The same as a part of the most there can be. */
      readonly height: number;
      /** Whether there is no room for more. */
      readonly isFull: boolean;
      /** On which pictures there is room for the number. */
      readonly room: 'all' | 'broad' | 'none';
      readonly title: string;
    }
  /** That an event is set. */
  | { readonly kind: 'set'; readonly from: number; readonly to: number; readonly title: string };

/** Somebody who waits, at the end of a run that stands still, for what others have. */
export interface Want {
  readonly agent: AgentId;
  readonly primitive: PrimitiveId;
}

const PLACE_PX = 21;
const PADDING_PX = 10;

/** More than these push the tasks out of sight: those at which most was waited. */
const MOST_RESOURCES = 4;
/** A number needs so much of the width. */
const LEAST_FOR_TEXT = { narrow: 0.09, broad: 0.03 };

export interface ResourceContext {
  readonly window: Window;
  /** Where the first row begins. */
  readonly topPx: number;
  readonly labels: ReadonlyMap<AgentId, string>;
  /** Default: by the clock. By steps, nothing is said of times. */
  readonly scale?: Scale;
}

export function resourceRows(analysis: Analysis, context: ResourceContext): ResourceRow[] {
  let topPx = context.topPx;
  return chosenResources(analysis).map((resource) => {
    const heightPx = heightOf(resource) + PADDING_PX;
    const row = {
      primitive: resource.primitive,
      label: resource.label,
      detail: detailOf(resource),
      ...{ topPx, heightPx },
      shapes: thinned(shapesOf(resource, analysis, context)),
    };
    topPx += heightPx;
    return row;
  });
}

/** What was waited for longest, in the order of first use. */
function chosenResources({ resources, primitives, trace }: Analysis): readonly Resource[] {
  if (resources.length <= MOST_RESOURCES) return resources;
  const waitedNs = ({ primitive }: Resource) =>
    (primitives.get(primitive)?.waits ?? []).reduce(
      (sum, { fromNs, toNs }) => sum + (toNs ?? trace.endedNs) - fromNs,
      0,
    );
  const most = new Set(
    resources.toSorted((a, b) => waitedNs(b) - waitedNs(a)).slice(0, MOST_RESOURCES),
  );
  return resources.filter((resource) => most.has(resource));
}

function heightOf(resource: Resource): number {
  switch (resource.kind) {
    case 'places':
      return (resource.places - 1) * PLACE_PX + HOLD_PX;
    case 'level':
      return LEVEL_PX;
    case 'flag':
      return FLAG_PX;
  }
}

/** A place in words: of a semaphore a slot, of a pool who works in it. */
function detailOf(resource: Resource): string {
  if (resource.kind === 'places') {
    const { of, places } = resource;
    if (of === 'semaphore') return `${places} slot${places === 1 ? '' : 's'}`;
    return of === 'pool' ? `${places} worker${places === 1 ? '' : 's'}` : '';
  }
  if (resource.kind === 'flag' || resource.bound === null) return '';
  const { of, bound } = resource;
  if (of === 'queue') return `room for ${bound}`;
  if (of === 'barrier') return `for ${bound}`;
  return of === 'pool' ? `${bound} workers` : `${bound} slots`;
}

function shapesOf(resource: Resource, { trace }: Analysis, context: ResourceContext) {
  const { window, labels } = context;
  const standsNs = standsUntilNs(trace);
  const titled = (span: Window, text: string) =>
    context.scale === 'steps' ? text : `${timesText(span)}: ${text}`;
  const placed = ({ fromNs, toNs }: Window) => {
    const untilNs = standsNs !== null && toNs === trace.endedNs ? standsNs : toNs;
    const [from, to] = [fractionOf(fromNs, window), fractionOf(untilNs, window)];
    return { from: Math.max(0, from), to: Math.min(1, to) };
  };
  const isShown = ({ from, to }: { readonly from: number; readonly to: number }) => to > from;
  switch (resource.kind) {
    case 'places': {
      const isAlike = callsAlike(resource.holds.map(({ by }) => labels.get(by) ?? ''));
      return resource.holds
        .map((hold): ResourceShape => {
          const { by, job, place } = hold;
          const who = labels.get(by) ?? 'the main program';
          const called = isAlike ? splitCall(who)[1].slice(1, -1).replace(/, …$/, '') : who;
          const text = job === null ? called : shortName(job);
          return {
            kind: 'hold',
            ...placed(hold),
            topPx: PADDING_PX / 2 + place * PLACE_PX,
            ...{ by, text, title: titled(hold, job ?? who) },
          };
        })
        .filter(isShown);
    }
    case 'level':
      return resource.levels
        .map((level): ResourceShape => {
          const at = placed(level);
          const width = at.to - at.from;
          return {
            kind: 'level',
            ...at,
            count: level.count,
            height: level.count / resource.top,
            isFull: resource.bound !== null && level.count >= resource.bound,
            room:
              width >= LEAST_FOR_TEXT.narrow
                ? 'all'
                : width >= LEAST_FOR_TEXT.broad
                  ? 'broad'
                  : 'none',
            title: titled(level, String(level.count)),
          };
        })
        .filter(isShown);
    case 'flag':
      return resource.set
        .map(
          (span): ResourceShape => ({
            kind: 'set',
            ...placed(span),
            title: titled(span, 'set'),
          }),
        )
        .filter(isShown);
  }
}

/** About one pixel of a wide screen each, where there are more than can be seen. */
const COLUMNS = 1_000;

/** Of very many, the longest that begins in each column; of levels the highest. */
function thinned(shapes: readonly ResourceShape[]): readonly ResourceShape[] {
  if (shapes.length <= COLUMNS) return shapes;
  const weight = (shape: ResourceShape) =>
    shape.kind === 'level' ? shape.height : shape.to - shape.from;
  const most = new Map<string, ResourceShape>();
  for (const shape of shapes) {
    const place = shape.kind === 'hold' ? shape.topPx : 0;
    const key = `${Math.floor(shape.from * COLUMNS)} ${place}`;
    const other = most.get(key);
    if (!other || weight(shape) > weight(other)) most.set(key, shape);
  }
  return [...most.values()].map((shape) => ({
    ...shape,
    to: Math.max(shape.to, Math.min(1, shape.from + 1 / COLUMNS)),
  }));
}

/** Where all call the same function, their arguments alone say who is who. */
function callsAlike(labels: readonly string[]): boolean {
  const calls = labels.map(splitCall);
  return calls.every(([name, args]) => args !== '' && name === calls[0]?.[0]);
}

function timesText({ fromNs, toNs }: Window): string {
  return `${secondsText(fromNs)} to ${secondsText(toNs)}`;
}

/** In a run that goes on, or has ended well, nobody wants anything for good. */
export function wantsOf(
  { trace, ending }: Analysis,
  rows: readonly Pick<ResourceRow, 'primitive'>[],
): Want[] {
  if (trace.outcome.kind !== 'deadlocked') return [];
  const shown = new Set(rows.map(({ primitive }) => primitive));
  return ending.flatMap(({ agent, waitsOn }) =>
    waitsOn?.primitive != null && shown.has(waitsOn.primitive)
      ? [{ agent, primitive: waitsOn.primitive }]
      : [],
  );
}
