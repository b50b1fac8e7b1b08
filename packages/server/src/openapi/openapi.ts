import { problem } from '@xiaoer/contract/problem';
import { PLATFORM_PROBLEMS, PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import type { Route } from '@xiaoer/contract/route';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
};

const parametersIn = (place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const headersOf = (route: Route): readonly Json[] => {
  const text = { type: 'string' };
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: true,
    schema: text,
    description: 'The version that was read, as its ETag.',
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { ...text, minLength: 8, maxLength: 128 },
    description: 'The same key with the same request answers with the first success again.',
  };
  return [...(route.ifMatch ? [ifMatch] : []), ...(route.method === 'GET' ? [] : [key])];
};

const PLATFORM = new Set<string>(PLATFORM_PROBLEMS);

/** Platform codes with their titles; of the domain's many refusals the area only: the codes are in the schema. */
const describe = (codes: readonly ProblemCode[]): string => {
  const own = codes.filter((code) => PLATFORM.has(code)).map((code) => `\`${code}\` ${PROBLEMS[code].title}`);
  const areas = new Set(
    codes.filter((code) => !PLATFORM.has(code)).map((code) => `\`${code.split('.')[0]}.*\``),
  );
  return [...own, ...(areas.size > 0 ? [`Refused: ${[...areas].join(', ')}`] : [])].join(' ');
};

const problemsOf = (route: Route): Readonly<Record<string, Json>> => {
  const shared: readonly ProblemCode[] = [
    'request.invalid',
    'request.rate-limited',
    'server.overloaded',
    'server.bug',
    ...(route.access.auth === 'session' ? (['access.not-signed-in'] as const) : []),
    ...(route.ifMatch ? (['request.if-match-missing', 'request.stale'] as const) : []),
  ];
  const byStatus = Map.groupBy(new Set([...shared, ...route.problems]), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: describe(codes),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const nameOf = (route: Route): string =>
  `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-zA-Z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('}', '')}`;

const BYTES: Json = { type: 'string', format: 'binary' };

const operationOf = (route: Route): Json => ({
  operationId: nameOf(route),
  summary: route.summary,
  ...(route.access.auth === 'session' && { description: `May be used by: ${route.access.rule}.` }),
  security: route.access.auth === 'public' ? [] : [{ session: [] }],
  parameters: [
    ...parametersIn('path', route.params),
    ...parametersIn('query', route.query),
    ...headersOf(route),
  ],
  ...(route.takes !== undefined && {
    requestBody: { required: true, content: { [route.takes]: { schema: BYTES } } },
  }),
  ...(route.body && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
    },
  }),
  responses: {
    [String(route.status ?? 200)]: {
      description: 'Done.',
      content:
        route.gives === undefined
          ? { 'application/json': { schema: schemaOf(route.response, 'input') } }
          : { [route.gives]: { schema: BYTES } },
    },
    ...problemsOf(route),
  },
});

/** The OpenAPI 3.1 document of these routes; the same routes give the same bytes. */
export const openApiDocument = (routes: readonly Route[]): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Xiaoer (店小二)',
    version: '1',
    description: 'A development zone keeps its promises to its enterprises.',
  },
  paths: Object.fromEntries(
    [...Map.groupBy(routes, (route) => route.path)].map(([path, ofPath]) => [
      path,
      Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  ),
  components: {
    schemas: {
      Problem: schemaOf(problem, 'output'),
      ProblemCode: { type: 'string', enum: Object.keys(PROBLEMS) },
    },
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xiaoer_session' } },
  },
});
