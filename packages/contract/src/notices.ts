import { z } from 'zod';
import { idOf, instant } from './primitives.ts';
import { route } from './route.ts';

/**
 * One thing a person is told. `kind` names the sentence, `facts` fill it, `streamId` is what it is about. A contact of
 * several enterprises is told which of them it is about: what it leads to is there only while the session speaks for that one.
 */
export const notice = z.strictObject({
  noticeId: z.number().int(),
  kind: z.string(),
  streamId: z.uuid().nullable(),
  enterpriseId: idOf<'enterprise'>().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const notices = route({
  method: 'GET',
  path: '/api/notices',
  summary: 'My notices, newest first.',
  access: { auth: 'session', rule: 'anyone signed in' },
  query: z.strictObject({
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.strictObject({ notices: z.array(notice), unread: z.number().int() }),
  problems: [],
});

export const readNotices = route({
  method: 'POST',
  path: '/api/notices/read',
  summary: 'Mark my notices up to one as read; with from, those from that one on: the same twice is one.',
  access: { auth: 'session', rule: 'anyone signed in' },
  body: z.strictObject({ from: z.number().int().optional(), upTo: z.number().int() }),
  response: z.strictObject({ unread: z.number().int() }),
  problems: [],
});

/** A server-sent event stream: `event: notice` with a notice as data and its noticeId as id; Last-Event-ID resumes. */
export const noticeStream = route({
  method: 'GET',
  path: '/api/notices/stream',
  summary: 'My notices as they come (server-sent events); Last-Event-ID resumes without loss.',
  access: { auth: 'session', rule: 'anyone signed in' },
  /** The same as the header, for a first connection. */
  query: z.strictObject({ lastEventId: z.coerce.number().int().min(0).optional() }),
  response: z.strictObject({}),
  problems: [],
});

export const NOTICE_CHANNELS = ['email'] as const;
const choices = z.strictObject({ email: z.boolean() });

export const noticeChoices = route({
  method: 'GET',
  path: '/api/notices/choices',
  summary: 'By which channels I am told beside the program itself.',
  access: { auth: 'session', rule: 'anyone signed in' },
  response: choices,
  problems: [],
});

export const chooseNotices = route({
  method: 'PUT',
  path: '/api/notices/choices',
  summary: 'Choose by which channels I am told.',
  access: { auth: 'session', rule: 'anyone signed in' },
  body: choices,
  response: choices,
  problems: [],
});
