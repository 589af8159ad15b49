/** A stretch of virtual time. */
export interface Span {
  readonly fromNs: number;
  readonly toNs: number;
}
