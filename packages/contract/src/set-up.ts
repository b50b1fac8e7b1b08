import { z } from 'zod';
import { NAME, text } from './primitives.ts';
import { route } from './route.ts';

/** A password somebody chooses here. */
export const newPassword = z.string().min(12).max(200);
/** A name to sign in with. */
export const account = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{2,100}$/u);

export const setUpNeeded = route({
  method: 'GET',
  path: '/api/set-up',
  summary: 'Whether this installation has no zone yet.',
  access: { auth: 'public' },
  response: z.strictObject({ needed: z.boolean() }),
  problems: [],
});

export const setUp = route({
  method: 'POST',
  path: '/api/set-up',
  summary: 'Set up the first zone and its administrator. There is no such route once a zone exists.',
  access: { auth: 'public' },
  body: z.strictObject({
    zoneName: text(NAME),
    zoneNameEn: z.string().trim().max(NAME).default(''),
    zoneCode: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: text(100),
    account,
    password: newPassword,
  }),
  response: z.strictObject({ tenant: z.string() }),
  status: 201,
  problems: ['request.not-found', 'sign-in.sample-password'],
});
