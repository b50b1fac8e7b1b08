import { DatabaseError } from 'pg';

/** What the database says of a value that it cannot read repeats the value. */
export const quotesValues = (error: Error): boolean =>
  error instanceof DatabaseError && (error.code ?? '').startsWith('22');

/** What an error says of itself, without values that it quotes. */
export const errorMessage = (error: unknown): string => {
  if (!(error instanceof Error)) return 'no error was thrown';
  return quotesValues(error) ? 'a value that the database cannot read' : error.message;
};
