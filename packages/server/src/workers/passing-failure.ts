import { DatabaseError } from 'pg';

/** Connection lost, rolled back for another, out of room, a lock not had in time, the server stopping. */
const PASSING = /^(?:08|40|53|55P03|57P)/;

/** A failure of the moment, which says nothing of what was tried: everything is tried again at the next look. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseError && PASSING.test(error.code ?? '');
