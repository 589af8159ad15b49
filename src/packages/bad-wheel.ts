/** A wheel that can't be had here; the message says why, and what to do where something can be done. */
export class BadWheel extends Error {
  override readonly name = 'BadWheel';
}
