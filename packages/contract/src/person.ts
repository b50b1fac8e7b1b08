import { STAFF_ROLES } from '@xiaoer/domain/access/judge';
import { ROLES } from '@xiaoer/domain/access/role';
import { PERSON_REFUSALS } from '@xiaoer/domain/person/refusals';
import { z } from 'zod';
import { commandsOf, detailOf, listOf, named, nothing, optionalText } from './command-route.ts';
import { idOf, localDate, NAME, text } from './primitives.ts';
import { route } from './route.ts';
import { account, newPassword } from './set-up.ts';

const PATH = '/api/people';
const { opening, changing } = commandsOf<'person'>({ path: PATH, refusals: PERSON_REFUSALS });

const personal = z.strictObject({ name: text(NAME), phone: optionalText(30), email: optionalText(254) });
const span = { from: localDate, to: localDate.optional() };
const closedSpan = { from: localDate, to: localDate.nullable() };
const unitId = idOf<'organisation'>();
const personId = idOf<'person'>();

const grant = z.strictObject({
  grantId: idOf<'grant'>(),
  role: z.enum(ROLES),
  unitId: unitId.nullable(),
  territoryId: idOf<'territory'>().nullable(),
  enterpriseId: idOf<'enterprise'>().nullable(),
  ...closedSpan,
});

export const PERSON_STANDINGS = ['active', 'deactivated', 'erased'] as const;

/** A phone number is masked (138****1234) for whoever has no need of it; `masked` says so. */
const personItem = {
  id: personId,
  version: z.number().int(),
  name: z.string(),
  unit: named<'organisation'>().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  masked: z.boolean(),
  staff: z.boolean(),
  standing: z.enum(PERSON_STANDINGS),
  /** Held today. */
  roles: z.array(z.enum(ROLES)),
};

export const PERSON_SORTS = ['name', 'standing', 'unit'] as const;

export const { page: people, file: peopleFile } = listOf(PATH, {
  summary: 'People of the zone and contacts of enterprises, by pinyin.',
  rule: 'directory.read',
  sorts: PERSON_SORTS,
  query: {
    /** Part of the name, or the first letters of its pinyin. */
    q: z.string().trim().max(100).optional(),
    unit: unitId.optional(),
    role: z.enum(ROLES).optional(),
    staff: z.stringbool().optional(),
    standing: z.enum(PERSON_STANDINGS).optional(),
  },
  item: z.strictObject(personItem),
});

export const person = detailOf(PATH, {
  id: idOf<'person'>(),
  summary: 'A person with roles, stand-ins, absences and delegations.',
  rule: 'directory.read, or oneself',
  response: z.strictObject({
    ...personItem,
    grants: z.array(grant),
    standIns: z.array(
      z.strictObject({ standInId: idOf<'standIn'>(), person: named<'person'>(), ...closedSpan }),
    ),
    absences: z.array(z.strictObject({ absenceId: idOf<'absence'>(), ...closedSpan })),
    delegations: z.array(
      z.strictObject({
        delegationId: idOf<'delegation'>(),
        person: named<'person'>(),
        grantIds: z.array(idOf<'grant'>()),
        from: localDate,
        to: localDate,
      }),
    ),
    /** With whose account the person signs in; only the administrator and the person see it. */
    account: z.string().nullable(),
  }),
});

export const registerPerson = opening('RegisterPerson', {
  summary: 'Register a person.',
  body: z.strictObject({ personal, unitId: unitId.optional() }),
});

export const PERSON_CHANGES = {
  ChangePersonalDetails: changing('ChangePersonalDetails', {
    verb: 'change-details',
    summary: 'Change name, phone or mail address.',
    body: z.strictObject({ personal }),
  }),
  MovePersonToUnit: changing('MovePersonToUnit', {
    verb: 'move',
    summary: 'Put a person into another unit, or into none.',
    body: z.strictObject({ unitId: unitId.optional() }),
  }),
  GrantRole: changing('GrantRole', {
    verb: 'grant-role',
    summary: 'Give a role at a place from a day on.',
    body: z.strictObject({
      role: z.enum(STAFF_ROLES),
      unitId: unitId.optional(),
      territoryId: idOf<'territory'>().optional(),
      ...span,
    }),
  }),
  EndRole: changing('EndRole', {
    verb: 'end-role',
    summary: 'End a role with a last day.',
    body: z.strictObject({ grantId: idOf<'grant'>(), lastDay: localDate }),
  }),
  GrantContactRole: changing('GrantContactRole', {
    verb: 'grant-contact-role',
    summary: 'Make somebody the voice of an enterprise.',
    body: z.strictObject({ enterpriseId: idOf<'enterprise'>(), ...span }),
  }),
  EndContactRole: changing('EndContactRole', {
    verb: 'end-contact-role',
    summary: 'End a contact role with a last day.',
    body: z.strictObject({ grantId: idOf<'grant'>(), lastDay: localDate }),
  }),
  NameStandIn: changing('NameStandIn', {
    verb: 'name-stand-in',
    summary: 'Name who stands in while the person is absent.',
    body: z.strictObject({ personId, ...span }),
  }),
  EndStandIn: changing('EndStandIn', {
    verb: 'end-stand-in',
    summary: 'End standing in with a last day.',
    body: z.strictObject({ standInId: idOf<'standIn'>(), lastDay: localDate }),
  }),
  RecordAbsence: changing('RecordAbsence', {
    verb: 'record-absence',
    summary: 'Record from when to when the person is absent.',
    body: z.strictObject(span),
  }),
  EndAbsence: changing('EndAbsence', {
    verb: 'end-absence',
    summary: 'End an absence with a last day.',
    body: z.strictObject({ absenceId: idOf<'absence'>(), lastDay: localDate }),
  }),
  DelegateDuties: changing('DelegateDuties', {
    verb: 'delegate',
    summary: 'Lend chosen roles to somebody until a day.',
    body: z.strictObject({
      personId,
      grantIds: z.array(idOf<'grant'>()).min(1).max(50),
      from: localDate,
      to: localDate,
    }),
  }),
  EndDelegation: changing('EndDelegation', {
    verb: 'end-delegation',
    summary: 'End a delegation with a last day.',
    body: z.strictObject({ delegationId: idOf<'delegation'>(), lastDay: localDate }),
  }),
  DeactivatePerson: changing('DeactivatePerson', {
    verb: 'deactivate',
    summary: 'The person no longer signs in; `handOverTo` takes over the open demands they own.',
    body: z.strictObject({ handOverTo: personId.optional() }),
  }),
  ReactivatePerson: changing('ReactivatePerson', {
    verb: 'reactivate',
    summary: 'The person may sign in again.',
    body: nothing,
  }),
  ErasePerson: changing('ErasePerson', {
    verb: 'erase',
    summary: 'Erase name, phone and mail address for good.',
    body: nothing,
  }),
};

export const setAccount = route({
  method: 'POST',
  path: '/api/people/{id}/account',
  summary: 'Give a person an account with a first password; their sessions end.',
  access: { auth: 'session', rule: 'the administrator' },
  params: z.strictObject({ id: personId }),
  body: z.strictObject({ account, password: newPassword }),
  response: z.strictObject({}),
  problems: ['request.not-found', 'access.forbidden', 'sign-in.account-taken', 'sign-in.sample-password'],
});

export const changePassword = route({
  method: 'POST',
  path: '/api/me/password',
  summary: 'Choose another password; other sessions end.',
  access: { auth: 'session', rule: 'anyone signed in' },
  body: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }),
  response: z.strictObject({}),
  problems: ['sign-in.password-wrong', 'sign-in.locked', 'sign-in.sample-password'],
});
