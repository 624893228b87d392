/** Time stamps of the API: UTC, to the second, `yyyy-MM-ddTHH:mm:ssZ`. */
import { type Result, refusal, success } from './api-error.ts';
import { timestampExpired, timestampFormat } from './gateway-errors.ts';

/** How far a request's time stamp may lie from the server's clock, in milliseconds: 15 minutes, in both directions. */
export const TIMESTAMP_VALIDITY = 15 * 60 * 1000;

/** A moment as the API writes it. */
export function formatTimestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** Milliseconds since the epoch; undefined for another format or a date that does not exist. */
export function parseTimestamp(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  // Date.parse takes 30 February for 2 March; what does not read back the same is no date.
  if (Number.isNaN(milliseconds) || formatTimestamp(new Date(milliseconds)) !== text) return undefined;
  return milliseconds;
}

/** The moment of a request's time stamp, refused when malformed (`.Format`) or too far from `now` (`.Expired`). */
export function checkTimestamp(text: string, now: number): Result<number> {
  const moment = parseTimestamp(text);
  if (moment === undefined) return refusal(timestampFormat);
  return Math.abs(now - moment) > TIMESTAMP_VALIDITY ? refusal(timestampExpired) : success(moment);
}
