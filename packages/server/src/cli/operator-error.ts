/** Something the person who runs the program can mend: printed as one line, exit code 1, no stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The `code` of a system or PostgreSQL error, if it has one. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
