import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { REMITS, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { categories, peopleOfLead, retiredCategory } from './choices.ts';
import { area, attached, chips, dayToday, find, line, maybe, number } from './fields.ts';
import { pick, rows, several, tick, unitAndPerson, unitMaybePerson, yuan, day } from './fields.ts';
import { formOf, grave } from './form.ts';
import type { BodyOfChange, DemandForm } from './form.ts';

const reason = formOf({ reason: area('reason') }, (sent) => sent);

/** A date, a unit and what it is to do. */
export const TASK_COLUMNS = {
  to: unitMaybePerson('unit'),
  text: line('taskText', 2_000),
  due: day('due'),
} as const;

type Forms<Types extends DemandChange> = { readonly [Type in Types]: DemandForm<BodyOfChange<Type>> };

/** What is known of the demand, whose it is, and how urgent. */
export const INTAKE_FORMS: Forms<
  | 'EditDemand'
  | 'AddSupplement'
  | 'DecideRemit'
  | 'RouteDemand'
  | 'AcceptDemand'
  | 'DeclineDemand'
  | 'HandOverDemand'
  | 'ConcludeConsultation'
  | 'ReclassifyDemand'
  | 'WithdrawDemand'
  | 'SetConfidential'
  | 'LiftConfidentiality'
> = {
  EditDemand: formOf(
    {
      'changes.title': {
        ...line('title', 120),
        initial: ({ detail }) => detail.demand.particulars.title,
      },
      'changes.text': { ...area('whatHappened'), initial: ({ detail }) => detail.demand.particulars.text },
      'changes.category': {
        ...pick('category', categories),
        standing: retiredCategory,
        initial: ({ detail }) => detail.demand.particulars.category,
      },
      'changes.timesOccurred': {
        ...maybe(number('times')),
        initial: ({ detail }) => String(detail.demand.particulars.timesOccurred),
      },
      'changes.lossFenPerOccurrence': {
        ...maybe(yuan('loss')),
        initial: ({ detail }) => {
          const fen = detail.demand.particulars.lossFenPerOccurrence;
          return fen === undefined ? '' : String(fen / 100);
        },
      },
    },
    (sent) => ({
      changes: {
        title: sent['changes.title'],
        text: sent['changes.text'],
        category: sent['changes.category'],
        timesOccurred: sent['changes.timesOccurred'],
        lossFenPerOccurrence: sent['changes.lossFenPerOccurrence'],
      },
    }),
  ),
  AddSupplement: formOf({ text: area('text'), files: attached() }, (sent) => sent),
  DecideRemit: formOf(
    { remit: chips('remit', REMITS, (value) => `remit.${value}`), reason: area('reason') },
    (sent) => sent,
  ),
  RouteDemand: formOf(
    {
      lead: unitMaybePerson('lead', ({ detail }) => ({ unitId: detail.catalogueUnit ?? '', personId: '' })),
      note: maybe(area('noteInside')),
      coHandlers: rows('coHandlers', TASK_COLUMNS, { least: 0, most: 20 }),
    },
    (sent) => sent,
  ),
  AcceptDemand: formOf(
    {
      personId: {
        ...find('handler', peopleOfLead),
        initial: (asked) =>
          peopleOfLead(asked).some(({ value }) => value === asked.personId) ? asked.personId : '',
      },
    },
    (sent) => sent,
  ),
  DeclineDemand: reason,
  HandOverDemand: formOf({ to: unitAndPerson('handOverTo') }, (sent) => sent),
  ConcludeConsultation: formOf(
    {
      heldOn: dayToday('heldOn'),
      unitIds: several('unitsPresent', 'units'),
      lead: unitMaybePerson('lead'),
      minutes: area('minutes'),
    },
    (sent) => sent,
  ),
  ReclassifyDemand: formOf(
    {
      urgency: {
        ...chips('urgency', URGENCIES, (value) => `urgency.${value}`),
        initial: ({ detail }) => detail.demand.urgency,
      },
      productionStopped: {
        ...tick('productionStopped'),
        initial: ({ detail }) => detail.demand.productionStopped,
      },
      reason: area('reason'),
    },
    (sent) => sent,
  ),
  WithdrawDemand: grave(
    formOf({ askersWords: area('askersWords'), proof: attached('proof') }, (sent) => sent),
  ),
  SetConfidential: formOf(
    {
      'hiding.unitIds': maybe(several('hiddenUnits', 'units')),
      'hiding.personIds': maybe(several('hiddenPeople', 'people')),
      reason: area('reason'),
    },
    (sent) => ({
      hiding: { unitIds: sent['hiding.unitIds'], personIds: sent['hiding.personIds'] },
      reason: sent.reason,
    }),
  ),
  LiftConfidentiality: reason,
};
