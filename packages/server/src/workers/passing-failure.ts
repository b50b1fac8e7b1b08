import { DatabaseError } from 'pg';

/** Connection refused, rolled back for another, out of room, a lock not had in time, the server stopping. */
const PASSING = /^(?:08|40|53|55P03|57P)/;

/** What the driver says, in its own words, of a connection that broke or could not be had. */
const LOST =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed)|timeout exceeded when trying to connect|(?:read|write|connect) E[A-Z]+)/;

/** A failure of the moment, which says nothing of what was tried: everything is tried again at the next look. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? PASSING.test(error.code ?? '')
    : error instanceof Error && LOST.test(error.message);
