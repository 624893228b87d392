/**
 * Positions and ranges as the Language Server Protocol counts them: zero-based lines, zero-based UTF-16 columns.
 * Pure data; conversion from offsets is `line-index.ts`.
 */

/** A point between two UTF-16 code units. */
export interface Position {
  /** Zero-based line. */
  readonly line: number;
  /** Zero-based UTF-16 code unit in the line. */
  readonly character: number;
}

/** A half-open stretch of text: `start` inside, `end` outside. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
