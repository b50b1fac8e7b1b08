import { COMMAND_TYPES } from '@xiaoer/domain/package/commands';
import { REFUSAL_CODES } from '@xiaoer/domain/package/refusals';
import { z } from 'zod';
import { commandsOf, listOf } from './command-route.ts';
import { namedHolder } from './demand-parts.ts';
import { BODY, idOf, instant, NAME, text } from './primitives.ts';
import { route } from './route.ts';

const params = z.strictObject({ id: idOf<'package'>() });

const packageItem = z.strictObject({
  id: idOf<'package'>(),
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  status: z.enum(['open', 'closed']),
  enterprise: z.strictObject({ id: idOf<'enterprise'>(), name: z.string() }),
  lead: z.strictObject({ unit: z.string(), person: z.string() }),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Why it was closed by hand; null while it is open and when it closed with its last part. */
  closedBecause: z.string().nullable(),
  parts: z.number().int(),
  closedParts: z.number().int(),
});

export const PACKAGE_SORTS = ['openedAt', 'title', 'status', 'parts', 'number'] as const;

export const { page: packages, file: packagesFile } = listOf('/api/packages', {
  summary: 'Packages: several demands of one enterprise under one lead.',
  rule: 'business roles and inspectors',
  sorts: PACKAGE_SORTS,
  order: 'desc',
  query: {
    status: z.enum(['open', 'closed']).optional(),
    enterprise: idOf<'enterprise'>().optional(),
  },
  item: packageItem,
});

/** Its demands are listed by `/api/demands?package=`. */
export const packageDetail = route({
  method: 'GET',
  path: '/api/packages/{id}',
  summary: 'One package with how far its demands are and what I may do now.',
  access: { auth: 'session', rule: 'business roles and inspectors' },
  params,
  response: z.strictObject({ ...packageItem.shape, actions: z.array(z.enum(COMMAND_TYPES)) }),
  problems: ['request.not-found'],
});

const { opening, changing } = commandsOf<'package'>({ path: '/api/packages', refusals: REFUSAL_CODES });

export const openPackage = opening('OpenPackage', {
  summary: 'Open a package for an enterprise.',
  body: z.strictObject({ enterpriseId: idOf<'enterprise'>(), title: text(NAME), lead: namedHolder }),
});

export const PACKAGE_CHANGES = {
  AddDemandToPackage: changing('AddDemandToPackage', {
    verb: 'add-demand',
    summary: 'Put a demand of the same enterprise into the package.',
    body: z.strictObject({ demandId: idOf<'demand'>() }),
  }),
  TakeDemandOutOfPackage: changing('TakeDemandOutOfPackage', {
    verb: 'take-out-demand',
    summary: 'Take a demand out of the package: it goes its own way again.',
    body: z.strictObject({ demandId: idOf<'demand'>(), reason: text(BODY) }),
  }),
  ClosePackage: changing('ClosePackage', {
    verb: 'close',
    summary:
      'Close the package by hand; demands still open leave it for the same reason and go on by themselves.',
    body: z.strictObject({ reason: text(BODY) }),
  }),
  ChangePackageLead: changing('ChangePackageLead', {
    verb: 'change-lead',
    summary: 'Somebody else answers for the package.',
    body: z.strictObject({ lead: namedHolder, reason: text(BODY) }),
  }),
};
