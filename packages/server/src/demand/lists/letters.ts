import type { DemandEventOf } from '@xiaoer/domain/demand/events';
import { outwardView } from '@xiaoer/domain/demand/projections/outward-view';
import type { Demand, DemandIn } from '@xiaoer/domain/demand/state';
import { dateOf, dueDateOf, minuteOfDay, type Instant } from '@xiaoer/domain/time/instant';
import { twoDigits } from '@xiaoer/domain/time/local-date';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Configuration } from '../../configuration/configuration.ts';
import { chineseDate } from '../../documents/chinese-date.ts';
import type { LiaisonLetter } from '../../documents/liaison-letter.ts';
import type { ReferralSheet } from '../../documents/referral-sheet.ts';
import { issuerOf } from './issuer.ts';
import { coUnitsOf } from './rows.ts';
import { CHANNEL_WORDS, URGENCY_WORDS } from './words.ts';

export type LetterFacts = {
  readonly configuration: Configuration;
  readonly enterprise: string;
  /** Name and phone of the enterprise's contact, when it has one. */
  readonly contact: string;
  readonly now: Instant;
};

const clerkOf = ({ staff }: Configuration, personId: PersonId | undefined) => {
  const personal = personId && staff.get(personId)?.personal;
  return { name: personal?.name ?? '', phone: personal?.phone ?? '' };
};

const dueWords = (dueAt: Instant): string => {
  const minute = minuteOfDay(dueAt);
  if (minute === 0) return `${chineseDate(dueDateOf(dueAt))}24:00前`;
  return `${chineseDate(dateOf(dueAt))}${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}前`;
};

/** 转办单: an internal document. `note` is what the desk wrote when it routed the demand. */
export const sheetFor = (
  demand: Demand,
  { configuration, enterprise, contact, now }: LetterFacts,
  { note, clerkId }: { readonly note: string; readonly clerkId: PersonId | undefined },
): ReferralSheet => {
  const { particulars } = demand;
  const unitId = demand.lead?.unitId ?? demand.owner.unitId;
  const clerk = clerkOf(configuration, clerkId);
  return {
    issuer: issuerOf(configuration),
    number: demand.number,
    demandNumber: demand.number,
    raisedOn: dateOf(demand.registeredAt),
    source: CHANNEL_WORDS[demand.channel],
    enterprise,
    contact,
    category: configuration.catalogue.get(particulars.category)?.names.zh ?? particulars.category,
    urgency: URGENCY_WORDS[demand.urgency],
    title: particulars.title,
    content: particulars.text,
    toUnit: configuration.organisations.get(unitId)?.name ?? '',
    coUnits: coUnitsOf(configuration, demand).map(({ name }) => name),
    requirement: '请于时限内联系企业并办理；确有困难的，书面说明理由。',
    due: dueWords(demand.clocks.settle.dueAt),
    ...(note !== '' && { opinion: note }),
    clerk: clerk.name,
    clerkPhone: clerk.phone,
    date: dateOf(now),
  };
};

/** 工作联系函: what the asker may read, the letter's own words, and nothing else of the record. */
export const letterFor = (
  demand: DemandIn<'referred'>,
  { configuration, enterprise }: LetterFacts,
  {
    referral,
    replyLink,
  }: {
    readonly referral: DemandEventOf<'DemandReferred'> & { readonly at: Instant };
    readonly replyLink: string | undefined;
  },
): LiaisonLetter => {
  const view = outwardView(demand);
  return {
    issuer: issuerOf(configuration),
    number: referral.letterNumber,
    addressee: referral.body.name,
    subject: view.particulars.title,
    demand: {
      number: view.number,
      enterprise,
      raisedOn: dateOf(view.registeredAt),
      content: view.particulars.text,
    },
    request: referral.letter,
    replyBy: referral.due,
    ...(replyLink !== undefined && { replyLink }),
    contact: clerkOf(configuration, demand.owner.personId),
    date: dateOf(referral.at),
  };
};
