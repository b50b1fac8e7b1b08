import type { registerDemand } from '@xiaoer/contract/demand-commands';
import type { Role } from '@xiaoer/domain/access/role';
import { titleOf } from '@xiaoer/domain/demand/title';
import type { Channel, Urgency } from '@xiaoer/domain/demand/vocabulary';
import type { CallInput } from '../../lib/client/call.ts';
import type { FieldError } from '../forms/sent.ts';

/** What a registration holds while it is typed; names are the places in the request. */
export type RegistrationValues = {
  readonly enterpriseId: string;
  readonly 'particulars.title': string;
  readonly 'particulars.text': string;
  readonly 'particulars.category': string;
  readonly 'particulars.siteId': string;
  readonly 'particulars.contactId': string;
  readonly 'particulars.lossFenPerOccurrence': string;
  readonly 'particulars.timesOccurred': string;
  readonly urgency: string;
  readonly productionStopped: boolean;
  readonly channel: string;
  readonly 'source.reference': string;
  readonly 'source.original': string;
  readonly files: readonly File[];
  /** It concerns the enterprise's service officer and is kept from them. */
  readonly keptFromOfficer: boolean;
};

export const emptyRegistration = (channel: Channel): RegistrationValues => ({
  enterpriseId: '',
  'particulars.title': '',
  'particulars.text': '',
  'particulars.category': '',
  'particulars.siteId': '',
  'particulars.contactId': '',
  'particulars.lossFenPerOccurrence': '',
  'particulars.timesOccurred': '1',
  urgency: 'general',
  productionStopped: false,
  channel,
  'source.reference': '',
  'source.original': '',
  files: [],
  keptFromOfficer: false,
});

/** How demands mostly come in to whoever registers them: to the desk by phone, to all others on their visits. */
export const usualChannel = (roles: readonly Role[]): Channel => (roles.includes('desk') ? 'phone' : 'visit');

export type RegistrationBody = CallInput<typeof registerDemand>['body'];

/** What the system adds by itself: where it is, and words for a photo without words. */
type Known = {
  readonly territoryId: string;
  readonly fileIds: readonly string[];
  readonly photoText: string;
  /** The visit on which it was found. */
  readonly visitId?: string;
  /** The enterprise's service officers, where the page offers to keep it from them. */
  readonly officerIds?: readonly string[];
};

/** What is missing before anything is sent. A photo may stand for words. */
export function missingIn(values: RegistrationValues): readonly FieldError[] {
  const required = ['enterpriseId', 'particulars.category'] as const;
  const missing: FieldError[] = required
    .filter((name) => values[name] === '')
    .map((name) => ({ pointer: `/${name}`, code: 'field.required' }));
  if (values['particulars.text'].trim() === '' && values.files.length === 0)
    missing.push({ pointer: '/particulars.text', code: 'field.required' });
  const loss = values['particulars.lossFenPerOccurrence'].trim();
  if (loss !== '' && !/^\d{1,12}(\.\d{1,2})?$/.test(loss))
    missing.push({ pointer: '/particulars.lossFenPerOccurrence', code: 'field.invalid-type' });
  return missing;
}

const hidingOf = ({ keptFromOfficer }: RegistrationValues, { officerIds = [] }: Known) =>
  keptFromOfficer && officerIds.length > 0 ? { unitIds: [], personIds: [...officerIds] } : undefined;

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The request: a title from the first sentence unless one was typed, amounts in fen, empty fields left out. */
export function registrationBody(values: RegistrationValues, known: Known): RegistrationBody {
  const text = filled(values['particulars.text']) ?? known.photoText;
  const loss = filled(values['particulars.lossFenPerOccurrence']);
  return {
    channel: values.channel as Channel,
    source: {
      reference: filled(values['source.reference']),
      original: filled(values['source.original']),
      visitId: known.visitId,
    },
    enterpriseId: values.enterpriseId,
    particulars: {
      title: filled(values['particulars.title']) ?? titleOf(text),
      text,
      category: values['particulars.category'],
      tags: [],
      territoryId: known.territoryId,
      siteId: filled(values['particulars.siteId']),
      contactId: filled(values['particulars.contactId']),
      lossFenPerOccurrence: loss === undefined ? undefined : Math.round(Number(loss) * 100),
      timesOccurred: Math.max(1, Math.floor(Number(values['particulars.timesOccurred']) || 1)),
    },
    urgency: values.urgency as Urgency,
    productionStopped: values.productionStopped,
    files: [...known.fileIds],
    hiding: hidingOf(values, known),
  };
}
