import type { Route } from '@xiaoer/contract/route';
import type { Access, PersonActor } from '@xiaoer/domain/access/actor';
import { may, type ReadAction } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read, type ReadDb } from '../db/transact.ts';
import { problemOf } from './problem.ts';
import { serve, type ServeDeps, type SessionCall } from './serve.ts';

export type ReadDeps = ServeDeps & { readonly pool: Pool; readonly configuration: ReadConfiguration };

export type Asked<R> = SessionCall<R> & { readonly configuration: Configuration };

type Found<R> = {
  readonly body: z.input<R extends Route ? R['response'] : never>;
  readonly version?: number;
};

/** What the domain judges before anything is read; `anyone`: whoever is signed in. */
export type ReadRule = ReadAction | 'anyone' | ((actor: PersonActor) => Access);

type Reading<R> = { readonly deps: ReadDeps; readonly route: R; readonly action: ReadRule };

/** Whether the actor may ask at all. */
export const accessUnder = (rule: ReadRule, actor: PersonActor): Access => {
  if (typeof rule === 'function') return rule(actor);
  return rule === 'anyone' ? 'allowed' : may(actor, rule, undefined);
};

export const problemOfAccess = (access: Exclude<Access, 'allowed'>) => ({
  problem: problemOf(access === 'forbidden' ? 'access.forbidden' : 'request.not-found'),
});

/** Registers a route that reads one snapshot of the tenant's rows; undefined answers that there is no such thing. */
export const serveRead = <R extends Route>(
  app: FastifyInstance,
  { deps, route, action }: Reading<R>,
  find: (db: ReadDb, asked: Asked<R>) => Promise<Found<R> | undefined>,
): void =>
  serve<Route>(app, { deps, route }, async (call) => {
    const access = accessUnder(action, call.actor);
    if (access !== 'allowed') return problemOfAccess(access);
    const found = await read(deps.pool, call.scope, async (db) =>
      find(db, { ...(call as unknown as SessionCall<R>), configuration: await deps.configuration(db) }),
    );
    return found ?? { problem: problemOf('request.not-found') };
  });
