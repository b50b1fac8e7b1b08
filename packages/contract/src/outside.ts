import { z } from 'zod';
import { storedFile, uploadName } from './files.ts';
import { BODY, idOf, instant, localDate, text } from './primitives.ts';
import { route } from './route.ts';
import { UPLOAD_PROBLEMS } from './upload-problems.ts';

export const MOST_OUTSIDE_FILES = 10;

export const createOutsideLink = route({
  method: 'POST',
  path: '/api/demands/{id}/outside-link',
  summary: 'A link by which the body outside answers a referral without signing in. A new one ends the old.',
  access: { auth: 'session', rule: 'FileOutsideAnswer' },
  params: z.strictObject({ id: idOf<'demand'>() }),
  /** Shown once: only its hash is kept. */
  response: z.strictObject({ token: z.string(), expiresAt: instant }),
  status: 201,
  problems: ['request.not-found', 'access.forbidden', 'demand.wrong-status'],
});

const linked = { access: { auth: 'public' } } as const;
const params = z.strictObject({ token: z.string().max(100) });

export const outsideLetter = route({
  ...linked,
  method: 'GET',
  path: '/api/outside/{token}',
  summary: 'The liaison letter that a one-time link stands for.',
  params,
  response: z.strictObject({
    issuer: z.string(),
    body: z.string(),
    letterNumber: z.string(),
    number: z.string(),
    title: z.string(),
    enterprise: z.string(),
    content: z.string(),
    request: z.string(),
    due: localDate,
    expiresAt: instant,
  }),
  perMinute: 60,
  problems: ['request.not-found', 'outside.link-over'],
});

export const uploadOutsideFile = route({
  ...linked,
  method: 'POST',
  path: '/api/outside/{token}/files',
  summary: 'Store a file for the answer; the body is its bytes.',
  params,
  query: z.strictObject({ name: uploadName }),
  takes: 'application/octet-stream',
  response: storedFile,
  status: 201,
  perMinute: 20,
  problems: ['request.not-found', 'outside.link-over', 'request.too-large', ...UPLOAD_PROBLEMS],
});

export const answerOutside = route({
  ...linked,
  method: 'POST',
  path: '/api/outside/{token}/answer',
  summary: 'Answer the letter, once.',
  params,
  body: z.strictObject({
    text: text(BODY),
    files: z.array(idOf<'file'>()).max(MOST_OUTSIDE_FILES).default([]),
  }),
  response: z.strictObject({ answered: z.literal(true) }),
  perMinute: 10,
  problems: ['request.not-found', 'outside.link-over', 'request.busy'],
});
