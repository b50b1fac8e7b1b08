import { CATEGORY_REFUSALS } from '@xiaoer/domain/catalogue/refusals';
import { REFUSAL_CODES as DEMAND_REFUSALS } from '@xiaoer/domain/demand/refusals';
import { DUTY_ROSTER_REFUSALS } from '@xiaoer/domain/duty-roster/duty-roster';
import { ENTERPRISE_REFUSALS } from '@xiaoer/domain/enterprise/refusals';
import { ORGANISATION_REFUSALS } from '@xiaoer/domain/organisation/refusals';
import { REFUSAL_CODES as PACKAGE_REFUSALS } from '@xiaoer/domain/package/refusals';
import { PERSON_REFUSALS } from '@xiaoer/domain/person/refusals';
import { POLICY_SESSION_REFUSALS } from '@xiaoer/domain/policy-session/policy-session';
import { PROJECT_REFUSALS } from '@xiaoer/domain/project/project';
import { SETTINGS_REFUSALS } from '@xiaoer/domain/settings/refusals';
import { TERRITORY_REFUSALS } from '@xiaoer/domain/territory/refusals';
import { VISIT_REFUSALS } from '@xiaoer/domain/visit/visit';
import { UPLOAD_PROBLEMS, type UploadProblem } from './upload-problems.ts';

/** Codes of the platform itself; refusals of the domain come from its own constant arrays. */
export const PLATFORM_PROBLEMS = [
  'request.invalid',
  'request.not-found',
  'request.too-large',
  'request.unsupported-type',
  'request.if-match-missing',
  'request.stale',
  'request.key-reused',
  'request.busy',
  'request.rate-limited',
  'request.cross-site',
  'access.not-signed-in',
  'access.forbidden',
  'sign-in.wrong',
  'sign-in.locked',
  'sign-in.too-many-codes',
  'sign-in.sample-password',
  'sign-in.account-taken',
  'sign-in.password-wrong',
  ...UPLOAD_PROBLEMS,
  'import.not-checked',
  'import.has-errors',
  'import.over',
  'list.too-long',
  'outside.link-over',
  'server.overloaded',
  'server.storage-full',
  'server.bug',
] as const;

export type PlatformProblem = (typeof PLATFORM_PROBLEMS)[number];

/** Every reason the domain may refuse a command. */
export const DOMAIN_REFUSALS = [
  ...CATEGORY_REFUSALS,
  ...DEMAND_REFUSALS,
  ...DUTY_ROSTER_REFUSALS,
  ...ENTERPRISE_REFUSALS,
  ...ORGANISATION_REFUSALS,
  ...PACKAGE_REFUSALS,
  ...PERSON_REFUSALS,
  ...POLICY_SESSION_REFUSALS,
  ...PROJECT_REFUSALS,
  ...SETTINGS_REFUSALS,
  ...TERRITORY_REFUSALS,
  ...VISIT_REFUSALS,
] as const;
export type DomainRefusal = (typeof DOMAIN_REFUSALS)[number];

export type ProblemCode = PlatformProblem | DomainRefusal;

export type ProblemRow = { readonly status: number; readonly title: string };

/** A refusal is a conflict with how things stand (409); its title is its code in words, the full sentence is the web's. */
const refusalRow = (code: DomainRefusal): ProblemRow => {
  const [area = '', reason = ''] = code.split('.');
  return { status: 409, title: `Refused (${area.replaceAll('-', ' ')}): ${reason.replaceAll('-', ' ')}.` };
};

const REFUSAL_ROWS = Object.fromEntries(DOMAIN_REFUSALS.map((code) => [code, refusalRow(code)])) as Record<
  DomainRefusal,
  ProblemRow
>;

const UPLOAD_ROWS = {
  'file.empty': { status: 400, title: 'The file is empty.' },
  'file.tooLarge': { status: 413, title: 'The file is too large for its kind.' },
  'file.notAllowed': { status: 415, title: 'This kind of file is not accepted.' },
  'file.disguised': { status: 415, title: 'The file holds something else than it shows.' },
  'file.damaged': { status: 415, title: 'The file is damaged.' },
  'file.encrypted': { status: 415, title: 'The file is encrypted.' },
  'file.macros': { status: 415, title: 'The file holds macros.' },
  'file.oldOffice': { status: 415, title: 'Old Office files are not accepted; save it as .docx or .xlsx.' },
  'file.expandsTooMuch': { status: 413, title: 'The file becomes too large when unpacked.' },
  'file.tooManyParts': { status: 413, title: 'The file has too many parts.' },
  'file.tooManyPixels': { status: 413, title: 'The picture has too many pixels.' },
  'file.dangerousXml': { status: 415, title: 'The file holds declarations that are not accepted.' },
} as const satisfies Record<UploadProblem, ProblemRow>;

const PLATFORM_ROWS = {
  'request.invalid': { status: 400, title: 'Some fields cannot be accepted.' },
  'request.not-found': { status: 404, title: 'There is no such thing here.' },
  'request.too-large': { status: 413, title: 'What was sent is too large.' },
  'request.unsupported-type': { status: 415, title: 'This kind of content is not accepted.' },
  'request.if-match-missing': { status: 428, title: 'Say which version you changed (If-Match).' },
  'request.stale': { status: 412, title: 'Somebody changed this in the meantime.' },
  'request.key-reused': { status: 422, title: 'This Idempotency-Key was used for another request.' },
  'request.busy': { status: 409, title: 'Another change of the same thing is under way; try again.' },
  'request.rate-limited': { status: 429, title: 'Too many requests; wait a moment.' },
  'request.cross-site': { status: 403, title: 'This request came from another site.' },
  'access.not-signed-in': { status: 401, title: 'Please sign in.' },
  'access.forbidden': { status: 403, title: 'You may not do this.' },
  'sign-in.wrong': { status: 401, title: 'Account, password or code is wrong.' },
  'sign-in.locked': { status: 429, title: 'Too many wrong attempts; wait before trying again.' },
  'sign-in.too-many-codes': { status: 429, title: 'Too many codes; wait before asking for another.' },
  'sign-in.sample-password': { status: 403, title: 'Sample passwords are refused in this zone.' },
  'sign-in.account-taken': { status: 409, title: 'Somebody else signs in with this account.' },
  'sign-in.password-wrong': { status: 409, title: 'The current password is not right.' },
  ...UPLOAD_ROWS,
  'import.not-checked': { status: 409, title: 'The sheet has not been checked yet.' },
  'import.has-errors': { status: 409, title: 'The sheet has errors; mend them and send it again.' },
  'import.over': { status: 409, title: 'This import is over.' },
  'list.too-long': { status: 409, title: 'The list has too many rows for a file; narrow it down.' },
  'outside.link-over': { status: 410, title: 'This link was used, recalled or is over.' },
  'server.overloaded': { status: 503, title: 'Too busy right now; try again shortly.' },
  'server.storage-full': { status: 507, title: 'The disk is full; nothing was stored.' },
  'server.bug': { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Record<PlatformProblem, ProblemRow>;

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemRow>> = { ...REFUSAL_ROWS, ...PLATFORM_ROWS };
