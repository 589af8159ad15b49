/**
 * Places the boxes of a concept map on a grid of a given width, so that its lines are short and
 * cross neither each other nor boxes nor labels. Simulated annealing from a fixed seed: the same
 * terms always give the same map. Knows sizes only, in pixels; what is in the boxes is no matter.
 */
import {
  along,
  borderPoint,
  cross,
  type Line,
  overlap,
  type Point,
  type Rect,
  rectAt,
  type Size,
  touches,
} from './plane.ts';

export interface MapBox extends Size {
  readonly id: string;
}

export interface MapLine {
  readonly from: string;
  readonly to: string;
  readonly label: Size;
}

export interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly rowHeight: number;
  /** Cells for each box: 1 fills the grid, 2 leaves half of it free. */
  readonly room: number;
  /**
   * By how much of a column each row is shifted against the next. Where columns are few, lines
   * down one of them would run behind its boxes otherwise.
   */
  readonly stagger: number;
}

export interface ConceptLayout extends Size {
  /** The centre of each box, in the order given. */
  readonly boxes: readonly Point[];
  /** Each line from border to border, with the centre of its label, in the order given. */
  readonly lines: readonly { readonly start: Point; readonly end: Point; readonly label: Point }[];
}

/** What a fault in the picture costs, in lengths of a cell. */
const COST = {
  boxOnBox: 60,
  boxOnLine: 30,
  crossing: 6,
  labelOnBox: 30,
  labelOnLabel: 9,
  lineOnLabel: 4,
};
const TRIES = 6;
/** Less than the least fault of a box or a label; two labels that a line touches are left. */
const BEARABLE = 9;
const MOVES_PER_BOX = 900;
const HOTTEST = 8;
const COLDEST = 0.05;
/** How far along its line a label may stand; the best is taken, of several as good the first. */
const LABEL_PARTS = [0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74];
/** How often each label is moved again for those that were moved after it. */
const LABEL_ROUNDS = 4;

export function layoutConcepts(
  boxes: readonly MapBox[],
  lines: readonly MapLine[],
  grid: Grid,
): ConceptLayout {
  const rows = Math.max(1, Math.ceil((boxes.length * grid.room) / grid.columns));
  const cells = bestCells(boxes, lines, grid, rows);
  const usedRows = [...new Set(cells.map((cell) => Math.floor(cell / grid.columns)))].sort(
    (a, b) => a - b,
  );
  // Rows that stayed empty are taken out.
  const compact = cells.map(
    (cell) =>
      usedRows.indexOf(Math.floor(cell / grid.columns)) * grid.columns + (cell % grid.columns),
  );
  const picture = drawnFrom(boxes, lines, grid, compact);
  const labels = labelCentres(picture, lines);
  return {
    width: grid.width,
    height: usedRows.length * grid.rowHeight,
    boxes: picture.centres,
    lines: picture.lines.map(({ start, end }, index) => ({
      start,
      end,
      label: labels[index] as Point,
    })),
  };
}

/** Which cell each box gets: of a few tries, the first without a grave fault, else the best. */
function bestCells(
  boxes: readonly MapBox[],
  lines: readonly MapLine[],
  grid: Grid,
  rows: number,
): readonly number[] {
  let best: Try | null = null;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const tried = anneal(boxes, lines, grid, { rows, seed: attempt });
    if (best === null || tried.cost < best.cost) best = tried;
    const drawn = drawnFrom(boxes, lines, grid, best.cells).lines;
    if (best.cost - lengthOf(drawn, grid) < BEARABLE) break;
  }
  return best?.cells ?? [];
}

interface Try {
  readonly cost: number;
  readonly cells: readonly number[];
}

function anneal(
  boxes: readonly MapBox[],
  lines: readonly MapLine[],
  grid: Grid,
  { rows, seed }: { readonly rows: number; readonly seed: number },
): Try {
  const random = randomFrom(seed);
  const cellCount = rows * grid.columns;
  const cells = boxes.map((_, index) => Math.floor((index * cellCount) / boxes.length));
  const cost = (limit: number) => costOf(lines, grid, drawnFrom(boxes, lines, grid, cells), limit);
  const moves = boxes.length * MOVES_PER_BOX;
  let now = cost(Infinity);
  let best = { cost: now, cells: [...cells] };
  for (let move = 0; move < moves; move += 1) {
    const heat = HOTTEST * (COLDEST / HOTTEST) ** (move / moves);
    const one = Math.floor(random() * boxes.length);
    const target = Math.floor(random() * cellCount);
    const source = cells[one] as number;
    if (target === source) continue;
    const other = cells.indexOf(target);
    cells[one] = target;
    if (other >= 0) cells[other] = source;
    // The worst that would still be taken, as hot as it is: Metropolis's rule, asked beforehand.
    const limit = now - heat * Math.log(random());
    const then = cost(limit);
    if (then <= limit) {
      now = then;
      if (now < best.cost) best = { cost: now, cells: [...cells] };
    } else {
      cells[one] = source;
      if (other >= 0) cells[other] = target;
    }
  }
  return best;
}

interface DrawnLine extends Line {
  readonly from: number;
  readonly to: number;
}

interface Drawn {
  readonly centres: readonly Point[];
  readonly rects: readonly Rect[];
  readonly lines: readonly DrawnLine[];
}

function drawnFrom(
  boxes: readonly MapBox[],
  lines: readonly MapLine[],
  grid: Grid,
  cells: readonly number[],
): Drawn {
  const columnWidth = grid.width / grid.columns;
  const centres = boxes.map((box, index) => {
    const cell = cells[index] as number;
    const row = Math.floor(cell / grid.columns);
    const x = ((cell % grid.columns) + 0.5 + shiftOf(row) * grid.stagger) * columnWidth;
    return {
      // A box wider than its column stays inside the picture.
      x: Math.min(grid.width - box.width / 2 - 1, Math.max(box.width / 2 + 1, x)),
      y: (row + 0.5) * grid.rowHeight,
    };
  });
  const rects = boxes.map((box, index) => rectAt(centres[index] as Point, box));
  const at = new Map(boxes.map(({ id }, index) => [id, index]));
  return {
    centres,
    rects,
    lines: lines.map((line) => {
      const [from, to] = [at.get(line.from) as number, at.get(line.to) as number];
      const [a, b] = [centres[from] as Point, centres[to] as Point];
      return {
        from,
        to,
        start: borderPoint(a, boxes[from] as Size, b),
        end: borderPoint(b, boxes[to] as Size, a),
      };
    }),
  };
}

/** What a picture costs; counted no further than to the limit. */
function costOf(
  lines: readonly MapLine[],
  grid: Grid,
  { rects, lines: drawn }: Drawn,
  limit: number,
): number {
  let cost = lengthOf(drawn, grid);
  for (const [index, rect] of rects.entries()) {
    for (let later = index + 1; later < rects.length; later += 1) {
      if (overlap(rect, rects[later] as Rect)) cost += COST.boxOnBox;
    }
  }
  const labels = drawn.map((line, index) =>
    rectAt(along(line, 0.5), (lines[index] as MapLine).label),
  );
  for (const [index, line] of drawn.entries()) {
    if (cost > limit) return cost;
    const label = labels[index] as Rect;
    for (const [box, rect] of rects.entries()) {
      if (overlap(label, rect)) cost += COST.labelOnBox;
      if (box !== line.from && box !== line.to && touches(line, rect)) cost += COST.boxOnLine;
    }
    for (let later = index + 1; later < drawn.length; later += 1) {
      const other = drawn[later] as DrawnLine;
      const otherLabel = labels[later] as Rect;
      if (overlap(label, otherLabel)) cost += COST.labelOnLabel;
      if (touches(line, otherLabel) || touches(other, label)) cost += COST.lineOnLabel;
      if (!meet(line, other) && cross(line, other)) cost += COST.crossing;
    }
  }
  return cost;
}

/** All lines together, in lengths of a cell. */
function lengthOf(lines: readonly DrawnLine[], grid: Grid): number {
  return lines.reduce(
    (sum, { start, end }) =>
      sum +
      Math.abs(start.x - end.x) / (grid.width / grid.columns) +
      Math.abs(start.y - end.y) / grid.rowHeight,
    0,
  );
}

/** Moves each label along its line to where it stands in the way of least. */
function labelCentres(picture: Drawn, lines: readonly MapLine[]): Point[] {
  const centres = picture.lines.map((line) => along(line, 0.5));
  const rectOf = (index: number, centre: Point) => rectAt(centre, (lines[index] as MapLine).label);
  const faultsOf = (index: number, centre: Point) => {
    const label = rectOf(index, centre);
    let faults = picture.rects.filter((rect) => overlap(label, rect)).length * COST.labelOnBox;
    for (const [other, line] of picture.lines.entries()) {
      if (other === index) continue;
      if (touches(line, label)) faults += COST.lineOnLabel;
      if (overlap(label, rectOf(other, centres[other] as Point))) faults += COST.labelOnLabel;
    }
    return faults;
  };
  for (let round = 0; round < LABEL_ROUNDS; round += 1) {
    for (const [index, line] of picture.lines.entries()) {
      const tried = LABEL_PARTS.map((part) => along(line, part));
      const faults = tried.map((centre) => faultsOf(index, centre));
      centres[index] = tried[faults.indexOf(Math.min(...faults))] as Point;
    }
  }
  return centres;
}

/** 0, 1 and -1 in turn, row by row. */
function shiftOf(row: number): number {
  return [0, 1, -1][row % 3] ?? 0;
}

/** Whether two lines have a box in common, at which they come together anyway. */
function meet(a: DrawnLine, b: DrawnLine): boolean {
  return a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to;
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
