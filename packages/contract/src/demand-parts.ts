import { MOST_FEN, MOST_OPTION_DAYS, MOST_TIMES } from '@xiaoer/domain/demand/bounds';
import {
  CHANNELS,
  CONCLUSIONS,
  CONDITION_ANSWERS,
  FEASIBILITIES,
  REMITS,
  RISKS,
  SOLVED_VIEWS,
  URGENCIES,
  VERDICT_GRADES,
} from '@xiaoer/domain/demand/vocabulary';
import { z } from 'zod';
import { BODY, idOf, localDate, NAME, SENTENCE, text } from './primitives.ts';

export const files = z.array(idOf<'file'>()).max(50).default([]);

/** Text that may be left empty. */
export const remark = z.string().trim().max(BODY).default('');

export const holder = z.strictObject({
  unitId: idOf<'organisation'>(),
  personId: idOf<'person'>().optional(),
});

export const namedHolder = z.strictObject({ unitId: idOf<'organisation'>(), personId: idOf<'person'>() });

export const hiding = z.strictObject({
  unitIds: z.array(idOf<'organisation'>()).max(50),
  personIds: z.array(idOf<'person'>()).max(50),
});

export const particularsShape = {
  title: text(NAME),
  text: text(BODY),
  category: z.string().min(1).max(40),
  tags: z.array(text(40)).max(20),
  territoryId: idOf<'territory'>(),
  siteId: idOf<'site'>(),
  contactId: idOf<'person'>(),
  lossFenPerOccurrence: z.number().int().min(0).max(MOST_FEN),
  timesOccurred: z.number().int().min(1).max(MOST_TIMES),
};

export const particulars = z.strictObject({
  ...particularsShape,
  tags: particularsShape.tags.default([]),
  siteId: particularsShape.siteId.optional(),
  contactId: particularsShape.contactId.optional(),
  lossFenPerOccurrence: particularsShape.lossFenPerOccurrence.optional(),
  timesOccurred: particularsShape.timesOccurred.default(1),
});

export const registrationShape = {
  channel: z.enum(CHANNELS),
  source: z
    .strictObject({
      reference: text(NAME).optional(),
      visitId: idOf<'visit'>().optional(),
      original: z.string().max(BODY).optional(),
    })
    .default({}),
  enterpriseId: idOf<'enterprise'>(),
  projectId: idOf<'project'>().optional(),
  parentId: idOf<'demand'>().optional(),
  recurrenceOf: idOf<'demand'>().optional(),
  particulars,
  urgency: z.enum(URGENCIES).default('general'),
  productionStopped: z.boolean().default(false),
  files,
  hiding: hiding.optional(),
};

export const remit = z.enum(REMITS);

export const answer = z.strictObject({
  conclusion: z.enum(CONCLUSIONS),
  text: text(BODY),
  conditions: z
    .array(
      z.strictObject({
        condition: text(SENTENCE),
        answer: z.enum(CONDITION_ANSWERS),
        remark: z.string().max(SENTENCE),
      }),
    )
    .max(50)
    .default([]),
  files,
  reviewOn: localDate.optional(),
});

export const verdict = z.strictObject({
  grade: z.enum(VERDICT_GRADES),
  words: remark,
  solved: z.enum(SOLVED_VIEWS),
});

export const taskInput = z.strictObject({ to: holder, text: text(BODY), due: localDate });
export const planStepInput = z.strictObject({ text: text(SENTENCE), due: localDate });
export const optionInput = z.strictObject({
  title: text(NAME),
  costToEnterpriseFen: z.number().int().min(0).max(MOST_FEN),
  days: z.number().int().min(0).max(MOST_OPTION_DAYS),
  feasibility: z.enum(FEASIBILITIES),
  risk: z.enum(RISKS),
  note: remark,
});
