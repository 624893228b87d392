/** Waiting that ends: by an answer, by a time limit or by the person. No `vscode` import. */

/** Thrown by `within` when nothing came in time. */
export class TimeLimitError extends Error {
  /** Limit that was exceeded, in milliseconds. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms`);
    this.name = 'TimeLimitError';
    this.milliseconds = milliseconds;
  }
}

/**
 * The result of `work`, or `TimeLimitError` after `milliseconds`. `onLimit` is for stopping the work, which is not
 * awaited any longer.
 */
export async function within<T>(
  work: PromiseLike<T>,
  milliseconds: number,
  onLimit?: () => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(milliseconds));
      onLimit?.();
    }, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
