import type { Problem } from '@xiaoer/contract/problem';
import type { Route } from '@xiaoer/contract/route';
import type { FastifyInstance } from 'fastify';
import type { ExecuteDeps } from '../execute/execute-command.ts';
import type { Execute } from '../execute/gathering.ts';
import { stepOf, type Target } from '../execute/step.ts';
import type { AggregateStore, Typed } from '../execute/store.ts';
import { commandAnswer } from './command-answer.ts';
import { serve, type ServeDeps, type SessionCall } from './serve.ts';

export type CommandDeps = ServeDeps & ExecuteDeps & { readonly execute: Execute };

type Served<R, State, Command extends Typed, Event extends Typed, Code extends string, Context> = {
  readonly deps: CommandDeps;
  readonly route: R;
  readonly store: AggregateStore<State, Command, Event, Code, Context>;
  /** What must hold of the request before the command is tried. */
  readonly check?: (call: SessionCall<R>) => Promise<Problem | undefined>;
};

/** Registers a route that runs one command and answers `{id, version}`. Ids that the command needs are minted here. */
export const serveCommand = <
  R extends Route,
  State,
  Command extends Typed,
  Event extends Typed,
  Code extends string,
  Context,
>(
  app: FastifyInstance,
  { deps, route, store, check }: Served<R, State, Command, Event, Code, Context>,
  target: (call: SessionCall<R>) => Target<Command>,
): void =>
  serve<Route>(app, { deps, route }, async (call) => {
    const problem = await check?.(call as unknown as SessionCall<R>);
    if (problem !== undefined) return { problem };
    const mint = () => {
      const aimed = target(call as unknown as SessionCall<R>);
      return [stepOf(store, { ...aimed, expectedVersion: call.expectedVersion })];
    };
    // Rows of an aggregate that belongs to no enterprise could not be written in an enterprise's own scope.
    const scope = store.enterpriseOf === undefined ? { tenantId: call.scope.tenantId } : call.scope;
    return commandAnswer(await deps.execute({ ...call, scope }, mint));
  });
