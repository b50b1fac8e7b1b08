import { LANGUAGES } from '@xiaoer/domain/access/language';
import { ROLES } from '@xiaoer/domain/access/role';
import { z } from 'zod';
import { idOf, instant, text } from './primitives.ts';
import { route } from './route.ts';

const tenantCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const language = z.enum(LANGUAGES);
const phone = z.string().regex(/^1[3-9]\d{9}$/);

/** Either the person is signed in now, or the same phone is known in several zones and one must be chosen. */
const signedIn = z.strictObject({
  signedIn: z.boolean(),
  tenants: z.array(z.strictObject({ code: tenantCode, name: z.string(), nameEn: z.string() })),
});

export const signInWithPassword = route({
  method: 'POST',
  path: '/api/sign-in/password',
  summary: 'Sign in with an account and a password.',
  access: { auth: 'public' },
  body: z.strictObject({
    tenant: tenantCode.optional(),
    account: text(100),
    password: z.string().min(1).max(200),
  }),
  response: signedIn,
  problems: ['sign-in.wrong', 'sign-in.locked', 'sign-in.sample-password'],
});

export const askForPhoneCode = route({
  method: 'POST',
  path: '/api/sign-in/phone-code',
  summary: 'Have a code sent to a phone. The answer is the same whether the phone is known or not.',
  access: { auth: 'public' },
  body: z.strictObject({ phone }),
  response: z.strictObject({ validSeconds: z.number().int() }),
  status: 202,
  problems: ['sign-in.too-many-codes'],
});

export const signInWithPhoneCode = route({
  method: 'POST',
  path: '/api/sign-in/phone',
  summary: 'Sign in with the code that was sent to the phone.',
  access: { auth: 'public' },
  body: z.strictObject({ phone, code: z.string().regex(/^\d{6}$/), tenant: tenantCode.optional() }),
  response: signedIn,
  problems: ['sign-in.wrong', 'sign-in.locked'],
});

export const signInOptions = route({
  method: 'GET',
  path: '/api/sign-in',
  summary: 'The zones one can sign in to from this host name.',
  access: { auth: 'public' },
  response: z.strictObject({
    tenants: z.array(z.strictObject({ code: tenantCode, name: z.string(), nameEn: z.string() })),
    sample: z.boolean(),
  }),
  problems: [],
});

export const signOut = route({
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session.',
  access: { auth: 'session', rule: 'anyone signed in' },
  response: z.strictObject({}),
  problems: [],
});

export const me = route({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with the roles held today, and the enterprises to choose from.',
  access: { auth: 'session', rule: 'anyone signed in' },
  response: z.strictObject({
    personId: idOf<'person'>(),
    name: z.string(),
    tenant: z.strictObject({ code: tenantCode, name: z.string(), nameEn: z.string(), sample: z.boolean() }),
    grants: z.array(
      z.strictObject({
        role: z.enum(ROLES),
        unitId: idOf<'organisation'>().optional(),
        enterpriseId: idOf<'enterprise'>().optional(),
        onBehalfOf: idOf<'person'>().optional(),
      }),
    ),
    /** Of a contact of several enterprises: all of them. The grants are of the one that this session speaks for. */
    enterprises: z.array(z.strictObject({ id: idOf<'enterprise'>(), name: z.string() })),
    unreadNotices: z.number().int(),
    /** In which the person is written to; null: none was chosen yet. */
    language: language.nullable(),
    /** How far the zone's clock is behind the real one; above 0 only in sample zones. */
    clockBehindMs: z.number().int(),
  }),
  problems: [],
});

export const chooseLanguage = route({
  method: 'PUT',
  path: '/api/me/language',
  summary: 'Choose the language in which I am written to.',
  access: { auth: 'session', rule: 'anyone signed in' },
  body: z.strictObject({ language }),
  response: z.strictObject({ language }),
  problems: [],
});

export const chooseEnterprise = route({
  method: 'PUT',
  path: '/api/me/enterprise',
  summary: 'Choose for which of my enterprises this session speaks.',
  access: { auth: 'session', rule: 'a contact of the enterprise' },
  body: z.strictObject({ enterpriseId: idOf<'enterprise'>() }),
  response: z.strictObject({ enterpriseId: idOf<'enterprise'>() }),
  problems: ['request.not-found'],
});

export const sessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary: 'My sessions, newest first.',
  access: { auth: 'session', rule: 'anyone signed in' },
  response: z.strictObject({
    sessions: z.array(
      z.strictObject({
        sessionId: z.uuid(),
        createdAt: instant,
        lastSeenAt: instant,
        address: z.string(),
        userAgent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
  problems: [],
});

export const revokeSession = route({
  method: 'DELETE',
  path: '/api/sessions/{sessionId}',
  summary: 'End one of my sessions.',
  access: { auth: 'session', rule: 'anyone signed in' },
  params: z.strictObject({ sessionId: z.uuid() }),
  response: z.strictObject({}),
  problems: ['request.not-found'],
});
