import { z } from 'zod';
import { idOf, NAME } from './primitives.ts';
import { route } from './route.ts';
import { UPLOAD_PROBLEMS } from './upload-problems.ts';

export const storedFile = z.strictObject({
  fileId: idOf<'file'>(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
});

/** Query values are text: present and not `false` or `0` is yes. */
const yes = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== 'false' && value !== '0');

export const uploadName = z.string().trim().min(1).max(NAME).default('file');

export const uploadFile = route({
  method: 'POST',
  path: '/api/files',
  summary: 'Store a file; the body is its bytes. Its kind is found by content; photos lose their position.',
  access: { auth: 'session', rule: 'anyone signed in' },
  query: z.strictObject({ name: uploadName, keepPosition: yes }),
  takes: 'application/octet-stream',
  response: storedFile,
  status: 201,
  perMinute: 600,
  problems: UPLOAD_PROBLEMS,
});

export const downloadFile = route({
  method: 'GET',
  path: '/api/files/{id}',
  summary: 'The bytes of a file that I uploaded, or that a record names which I may read.',
  access: { auth: 'session', rule: 'whoever may read a record that names it' },
  params: z.strictObject({ id: idOf<'file'>() }),
  query: z.strictObject({ download: yes }),
  response: z.strictObject({}),
  gives: 'application/octet-stream',
  problems: ['request.not-found'],
});
