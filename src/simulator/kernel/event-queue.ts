/** A priority queue of what is due when; what is due at the same instant leaves in the order in which it came. */
export interface Scheduled {
  readonly dueNs: number;
  /** Breaks ties: the order of scheduling, never identity. */
  readonly sequence: number;
  readonly action: () => void;
  cancelled: boolean;
}

export class EventQueue {
  #heap: Scheduled[] = [];
  #sequence = 0;

  push(dueNs: number, action: () => void): Scheduled {
    const scheduled: Scheduled = { dueNs, sequence: this.#sequence++, action, cancelled: false };
    this.#heap.push(scheduled);
    this.#siftUp(this.#heap.length - 1);
    return scheduled;
  }

  /** The next one that was not cancelled, without removing it. */
  peek(): Scheduled | undefined {
    while (this.#heap[0]?.cancelled) this.#removeFirst();
    return this.#heap[0];
  }

  pop(): Scheduled | undefined {
    return this.peek() && this.#removeFirst();
  }

  #removeFirst(): Scheduled | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (last && first !== last) {
      this.#heap[0] = last;
      this.#siftDown(0);
    }
    return first;
  }

  #siftUp(at: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  #siftDown(at: number): void {
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = this.#before(right, left) ? right : left;
      if (!this.#swapIfBefore(child, at)) return;
      at = child;
    }
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    if (!this.#before(lower, upper)) return false;
    const heap = this.#heap;
    const moved = heap[lower] as Scheduled;
    heap[lower] = heap[upper] as Scheduled;
    heap[upper] = moved;
    return true;
  }

  #before(a: number, b: number): boolean {
    const x = this.#heap[a];
    const y = this.#heap[b];
    if (!x || !y) return false;
    return x.dueNs < y.dueNs || (x.dueNs === y.dueNs && x.sequence < y.sequence);
  }
}
