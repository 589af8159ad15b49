/** Two lists laid beside each other: what they have in common, in order, and what only one has. */

export type AlignedRow<T> =
  | { readonly kind: 'same' | 'changed'; readonly left: T; readonly right: T }
  | { readonly kind: 'left-only'; readonly left: T }
  | { readonly kind: 'right-only'; readonly right: T };

export interface Likeness<T> {
  readonly isSame: (a: T, b: T) => boolean;
  /** Whether what stands in the place of another can be read as a change of it. */
  readonly isChange: (a: T, b: T) => boolean;
}

/**
 * Past this many pairs the alignment is skipped, and what lies between the common beginning and the
 * common end is compared in order: a runaway loop prints a hundred thousand lines.
 */
const MAX_PAIRS = 1_000_000;

/** In the order of the right list; what only the left one has stands where it was. */
export function alignLists<T>(
  left: readonly T[],
  right: readonly T[],
  likeness: Likeness<T>,
): AlignedRow<T>[] {
  const { isSame } = likeness;
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && isSame(left[head] as T, right[head] as T)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(left.at(-1 - tail) as T, right.at(-1 - tail) as T)) tail++;

  const rows: AlignedRow<T>[] = [];
  for (let at = 0; at < head; at++) rows.push(sameRow(left[at] as T, right[at] as T));
  const ours = left.slice(head, left.length - tail);
  const theirs = right.slice(head, right.length - tail);
  for (const row of joinChanges(alignMiddle(ours, theirs, likeness), likeness)) rows.push(row);
  for (let at = tail; at > 0; at--) rows.push(sameRow(left.at(-at) as T, right.at(-at) as T));
  return rows;
}

/** Whether one text can be read as a change of the other: a third of it is still there. */
export function isChangedText(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return 3 * (head + tail) >= longer;
}

function sameRow<T>(left: T, right: T): AlignedRow<T> {
  return { kind: 'same', left, right };
}

/** Longest common subsequence, by the usual table. */
function* alignMiddle<T>(
  left: readonly T[],
  right: readonly T[],
  likeness: Likeness<T>,
): Generator<AlignedRow<T>> {
  const table =
    left.length * right.length <= MAX_PAIRS ? commonLengths(left, right, likeness) : null;
  const width = right.length + 1;
  const lengthAt = (i: number, j: number) => table?.[i * width + j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const [ours, theirs] = [left[i] as T, right[j] as T];
    const [hasOurs, hasTheirs] = [i < left.length, j < right.length];
    if (hasOurs && hasTheirs && table && likeness.isSame(ours, theirs)) {
      yield sameRow(ours, theirs);
      i++;
      j++;
    } else if (hasOurs && (!hasTheirs || !table || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      yield { kind: 'left-only', left: ours };
      i++;
    } else {
      yield { kind: 'right-only', right: theirs };
      j++;
    }
  }
}

/** Cell (i, j) holds the length for the rests that begin at `left[i]` and `right[j]`. */
function commonLengths<T>(left: readonly T[], right: readonly T[], { isSame }: Likeness<T>) {
  const width = right.length + 1;
  const table = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const here = i * width + j;
      table[here] = isSame(left[i] as T, right[j] as T)
        ? (table[here + width + 1] ?? 0) + 1
        : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  return table;
}

/** What was taken out, and others put in its place, becomes a change, pair by pair. */
function joinChanges<T>(rows: Iterable<AlignedRow<T>>, likeness: Likeness<T>): AlignedRow<T>[] {
  const joined: AlignedRow<T>[] = [];
  let ours: T[] = [];
  let theirs: T[] = [];
  const flush = () => {
    for (const row of pairUp(ours, theirs, likeness)) joined.push(row);
    ours = [];
    theirs = [];
  };
  for (const row of rows) {
    if (row.kind === 'left-only') ours.push(row.left);
    else if (row.kind === 'right-only') theirs.push(row.right);
    else {
      flush();
      joined.push(row);
    }
  }
  flush();
  return joined;
}

/** What is not a pair comes as a block of the one's and a block of the other's. */
function* pairUp<T>(
  ours: readonly T[],
  theirs: readonly T[],
  { isChange }: Likeness<T>,
): Generator<AlignedRow<T>> {
  let unpaired: AlignedRow<T>[] = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [left, right] = [ours[at] as T, theirs[at] as T];
    const [hasLeft, hasRight] = [at < ours.length, at < theirs.length];
    if (hasLeft && hasRight && isChange(left, right)) {
      yield* unpaired;
      unpaired = [];
      yield { kind: 'changed', left, right };
    } else {
      if (hasLeft) yield { kind: 'left-only', left };
      if (hasRight) unpaired.push({ kind: 'right-only', right });
    }
  }
  yield* unpaired;
}
