import type { BodyOf, Route } from '@xiaoer/contract/route';
import type { FastifyInstance } from 'fastify';
import type { AggregateStore, Typed } from '../execute/store.ts';
import { serveCommand, type CommandDeps } from './serve-command.ts';

type RoutesOf<Command extends Typed> = { readonly [Type in Command['type']]?: Route };

/** By command type, the field that holds an id the server mints. */
type Minted<Routes> = { readonly [Type in keyof Routes]?: string };

type MintedField<Mints, Type> = Type extends keyof Mints ? Mints[Type] : never;

/** A body must be its command, but for the type and what is minted; a route that does not fit does not compile. */
type Fitting<Command extends Typed, Routes, Mints> = {
  readonly [Type in keyof Routes]: BodyOf<Routes[Type]> extends Omit<
    Extract<Command, { type: Type }>,
    'type' | Extract<MintedField<Mints, Type>, string>
  >
    ? Routes[Type]
    : { readonly bodyDoesNotFit: Type };
};

/** Registers every route of a table by command type: the body is the command, on the record the path names. */
export const serveChanges = <
  State,
  Command extends Typed,
  Event extends Typed,
  Code extends string,
  Context,
  const Routes extends RoutesOf<Command>,
  const Mints extends Minted<Routes>,
>(
  app: FastifyInstance,
  {
    deps,
    store,
    routes,
    mints,
  }: {
    readonly deps: CommandDeps;
    readonly store: AggregateStore<State, Command, Event, Code, Context>;
    readonly routes: Routes & Fitting<Command, Routes, Mints>;
    readonly mints: Mints;
  },
): void => {
  const fields: Readonly<Record<string, string | undefined>> = mints;
  for (const [type, route] of Object.entries<Route>(routes as Readonly<Record<string, Route>>)) {
    const field = fields[type];
    serveCommand(app, { deps, route, store }, ({ params, body }) => ({
      id: (params as { id: string }).id,
      command: {
        type,
        ...(field !== undefined && { [field]: deps.newId() }),
        ...(body as object),
      } as unknown as Command,
    }));
  }
};

/** Registers the route that makes a new record: the body is the command but for the id, which the server mints. */
export const serveOpening = <
  State,
  Command extends Typed,
  Event extends Typed,
  Code extends string,
  Context,
  R extends Route,
  const Type extends Command['type'],
  const Field extends string,
>(
  app: FastifyInstance,
  {
    deps,
    store,
    route,
    opens: { type, id: field },
  }: {
    readonly deps: CommandDeps;
    readonly store: AggregateStore<State, Command, Event, Code, Context>;
    readonly route: R &
      (BodyOf<R> extends Omit<Extract<Command, { type: Type }>, 'type' | Field>
        ? unknown
        : { readonly bodyDoesNotFit: Type });
    readonly opens: { readonly type: Type; readonly id: Field };
  },
): void =>
  serveCommand<Route, State, Command, Event, Code, Context>(app, { deps, route, store }, ({ body }) => {
    const id = deps.newId();
    return { id, isNew: true, command: { type, [field]: id, ...(body as object) } as unknown as Command };
  });
