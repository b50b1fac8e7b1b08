import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `public`: no session. `session`: anybody signed in; the rule named by `rule` decides the rest in the domain. */
export type RouteAccess = { readonly auth: 'public' } | { readonly auth: 'session'; readonly rule: string };

/**
 * One route as a value: request parsing, response checking, the web client and the OpenAPI file all come from it.
 * `path` is written as in OpenAPI: `/api/demands/{id}`.
 */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: RouteAccess;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  readonly status?: 200 | 201 | 202 | 204;
  /** Media type of the request's body when it is not JSON: the bytes themselves, read by the route. */
  readonly takes?: string;
  /** Media type of the answer when it is not JSON. */
  readonly gives?: string;
  /** At most so many requests a minute from one address, where the general limit is too generous. */
  readonly perMinute?: number;
  /** Changes an existing aggregate: If-Match with its version is required. */
  readonly ifMatch?: true;
  /** Domain and platform codes this route can answer with, beside those every route shares. */
  readonly problems: readonly ProblemCode[];
};

export const route = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  value: Route<Params, Query, Body, Response>,
): Route<Params, Query, Body, Response> => value;

export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type ResponseOf<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;
