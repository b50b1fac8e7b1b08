import { invariant } from '../../kernel/invariant.ts';
import { isWorkingMoment } from '../../time/work-time.ts';
import { MOST_FEN, MOST_TIMES } from '../bounds.ts';
import {
  isHiddenFrom,
  numberRefusal,
  personsRefusal,
  referenceRefusal,
  textRefusal,
  unitsRefusal,
} from '../checks.ts';
import type { ParticularsInput, RegistrationInput } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { defined } from '../defined.ts';
import type { DemandEventOf } from '../events.ts';
import type { Hiding, Holder, Particulars, Source } from '../parts.ts';
import { refusal, when, type DemandRefusal } from '../rule.ts';
import { freshTerms, urgencyOf } from '../terms.ts';
import { internal, outward } from '../texts.ts';
import { covered, type Covered } from '../../time/work-calendar.ts';
import type { Channel } from '../vocabulary.ts';

/** Channels on which nobody of ours is present: the demand goes to the enterprise's service officer, else to the desk on duty. */
const UNATTENDED: readonly Channel[] = ['portal', 'qr', 'api'];

/** A person's first unit; an enterprise's contact has none. */
const registrar = (context: DemandContext): Holder | undefined => {
  if (context.actor.kind === 'system') return undefined;
  const unitId = context.actor.grants.find((grant) => grant.unitId !== undefined)?.unitId;
  return unitId === undefined ? undefined : { unitId, personId: context.actor.personId };
};

/** Outside working hours only the desk on duty is there; what is not urgent waits for the service officer. */
const isLeftToDuty = (context: DemandContext, said: RegistrationInput): boolean => {
  const working = isWorkingMoment(context.calendars.officer, context.now);
  return urgencyOf(said) !== 'general' && working.ok && !working.value;
};

/** First-contact responsibility: who owns the demand until somebody accepts it. */
export const firstContactOf = (context: DemandContext, command: RegistrationInput): Holder | undefined => {
  const present = UNATTENDED.includes(command.channel) ? undefined : registrar(context);
  if (present !== undefined) return present;
  const { serviceOfficer, dutyDesk } = context.facts;
  const passesOfficer =
    serviceOfficer === undefined ||
    isHiddenFrom(command.hiding, serviceOfficer) ||
    isLeftToDuty(context, command);
  return passesOfficer ? dutyDesk : serviceOfficer;
};

export const particularsOf = (input: ParticularsInput): Particulars =>
  defined({ ...input, title: outward(input.title), text: outward(input.text) });

/** `place`: the field of the command that holds them, so that a refusal is said at the very field. */
export const particularsRefusals = (
  context: DemandContext,
  input: Partial<ParticularsInput>,
  place: 'particulars' | 'changes',
): readonly (DemandRefusal | undefined)[] => {
  const { category, title, text, lossFenPerOccurrence, timesOccurred } = input;
  const { facts } = context;
  return [
    'title' in input
      ? textRefusal(context, { field: `${place}.title`, text: title, kind: 'title' })
      : undefined,
    'text' in input ? textRefusal(context, { field: `${place}.text`, text, kind: 'text' }) : undefined,
    when(
      category !== undefined && !context.settings.categories.includes(category),
      'demand.category-unknown',
      { field: `${place}.category`, category: category ?? '' },
    ),
    numberRefusal(`${place}.lossFenPerOccurrence`, lossFenPerOccurrence, { min: 0, max: MOST_FEN }),
    numberRefusal(`${place}.timesOccurred`, timesOccurred, { min: 1, max: MOST_TIMES }),
    // A demand somewhere that is nowhere would be in nobody's reach.
    referenceRefusal(`${place}.territoryId`, input.territoryId, facts.territoryIds),
    referenceRefusal(`${place}.siteId`, input.siteId, facts.siteIds),
    referenceRefusal(`${place}.contactId`, input.contactId, facts.contactIds),
  ];
};

export const hidingRefusal = (
  context: DemandContext,
  hiding: Hiding,
  owners: readonly Holder[],
): DemandRefusal | undefined => {
  if (hiding.unitIds.length + hiding.personIds.length === 0) return refusal('demand.hides-nobody');
  const hidesOwner = owners.some((owner) => isHiddenFrom(hiding, owner));
  return (
    unitsRefusal(context, 'hiding.unitIds', hiding.unitIds) ??
    personsRefusal(context, 'hiding.personIds', hiding.personIds) ??
    when(hidesOwner, 'demand.hides-owner')
  );
};

const isAsker = (context: DemandContext): boolean =>
  context.actor.kind === 'person' && registrar(context) === undefined;

/** An enterprise's contact speaks for that enterprise only. */
const speaksForAnother = (context: DemandContext, { enterpriseId }: RegistrationInput): boolean => {
  const { actor } = context;
  if (actor.kind === 'system' || !isAsker(context)) return false;
  return !actor.grants.some((grant) => grant.enterpriseId === enterpriseId);
};

const linkRefusals = (
  { facts }: DemandContext,
  { parentId, recurrenceOf, enterpriseId }: RegistrationInput,
): readonly (DemandRefusal | undefined)[] => {
  const fits = (demandId: string, closed: boolean): boolean =>
    facts.linkedDemands.some(
      (linked) =>
        linked.demandId === demandId &&
        linked.enterpriseId === enterpriseId &&
        (linked.status === 'closed') === closed,
    );
  return [
    when(parentId !== undefined && !fits(parentId, false), 'demand.parent-unfit'),
    when(recurrenceOf !== undefined && !fits(recurrenceOf, true), 'demand.recurrence-unfit'),
  ];
};

const contactRefusals = (
  context: DemandContext,
  { hiding }: RegistrationInput,
  contact: Holder | undefined,
): readonly (DemandRefusal | undefined)[] => {
  if (contact === undefined) return [refusal('demand.no-desk')];
  return hiding === undefined ? [] : [hidingRefusal(context, hiding, [contact])];
};

export const registrationRefusals = (
  context: DemandContext,
  command: RegistrationInput,
): readonly (DemandRefusal | undefined)[] => [
  when(!context.facts.enterpriseActive, 'demand.enterprise-inactive'),
  ...particularsRefusals(context, command.particulars, 'particulars'),
  referenceRefusal('source.visitId', command.source.visitId, context.facts.visitIds),
  referenceRefusal('projectId', command.projectId, context.facts.projectIds),
  textRefusal(context, { field: 'number', text: command.number, kind: 'number' }),
  textRefusal(context, {
    field: 'source.reference',
    text: command.source.reference,
    kind: 'number',
    optional: true,
  }),
  textRefusal(context, {
    field: 'source.original',
    text: command.source.original,
    kind: 'text',
    optional: true,
  }),
  when(speaksForAnother(context, command), 'demand.other-enterprise'),
  when(isAsker(context) && !UNATTENDED.includes(command.channel), 'demand.channel-not-yours', {
    field: 'channel',
  }),
  ...linkRefusals(context, command),
  ...contactRefusals(context, command, firstContactOf(context, command)),
];

const sourceOf = ({ source }: RegistrationInput): Source =>
  defined({
    reference: source.reference,
    visitId: source.visitId,
    importId: source.importId,
    original: source.original === undefined ? undefined : internal(source.original),
  });

/** The registering event with its owner and its three promises. */
export const registrationEvent = (
  context: DemandContext,
  command: RegistrationInput,
): Covered<DemandEventOf<'DemandRegistered'>> => {
  const urgency = urgencyOf(command);
  const terms = freshTerms(context, urgency);
  if (!terms.ok) return terms;
  const owner = firstContactOf(context, command);
  invariant(owner, 'what nobody answers for was refused');
  return covered(
    defined({
      type: 'DemandRegistered',
      demandId: command.demandId,
      number: command.number,
      channel: command.channel,
      source: sourceOf(command),
      enterpriseId: command.enterpriseId,
      projectId: command.projectId,
      parentId: command.parentId,
      recurrenceOf: command.recurrenceOf,
      particulars: particularsOf(command.particulars),
      urgency,
      productionStopped: command.productionStopped,
      files: command.files,
      hiding: command.hiding,
      owner,
      terms: terms.value,
    }),
  );
};
