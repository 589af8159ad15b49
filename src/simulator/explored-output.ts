/** Of what a run printed, as much as is kept to compare it with others. */

/** Of more, only the beginning is kept, and how long all of it was. */
const MOST_CHARS = 20_000;

export class ExploredOutput {
  #kept = '';
  #length = 0;

  add(text: string): void {
    this.#length += text.length;
    if (this.#kept.length < MOST_CHARS) this.#kept += text;
  }

  toString(): string {
    const rest = this.#length - MOST_CHARS;
    return rest > 0 ? `${this.#kept.slice(0, MOST_CHARS)}… and ${rest} characters` : this.#kept;
  }
}
