import type { Duplex } from 'node:stream';
import { Client } from 'pg';

export type Statement = {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
};
/** Statements that leave together: one round trip, for whose answer somebody waits. */
export type Turn = readonly Statement[];

export type Recording = {
  /** The turns since the last time. */
  readonly take: () => readonly Turn[];
  readonly stop: () => void;
};

const statementOf = ([first, second]: readonly unknown[]): Statement => {
  const values = Array.isArray(second) ? { values: second as readonly unknown[] } : {};
  if (typeof first === 'string') return { text: first, ...values };
  const { name, text, values: own } = first as Statement;
  return { text, ...(name !== undefined && { name }), ...(own === undefined ? values : { values: own }) };
};

type Wired = Client & { readonly connection: { readonly stream: Duplex } };
type Query = (this: Client, ...parts: unknown[]) => unknown;

/**
 * Writes down what all connections of this process send, and in how many round trips: a turn begins where a statement is
 * sent after something was read. Meant for one request at a time.
 */
export const recordStatements = (isMeant: (client: Client) => boolean = () => true): Recording => {
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const heard = new WeakMap<Client, boolean>();
  let turns: Statement[][] = [];
  prototype.query = function record(...parts) {
    if (!isMeant(this)) return query.apply(this, parts);
    if (!heard.has(this))
      (this as Wired).connection.stream.prependListener('data', () => void heard.set(this, true));
    if (heard.get(this) !== false) turns.push([]);
    heard.set(this, false);
    turns.at(-1)?.push(statementOf(parts));
    return query.apply(this, parts);
  };
  return {
    take: () => {
      const taken = turns;
      turns = [];
      return taken;
    },
    stop: () => void (prototype.query = query),
  };
};
