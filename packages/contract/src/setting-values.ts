import { LIMITED, TEXT_KINDS } from '@xiaoer/domain/demand/settings';
import { PROMISES, RETURN_VISIT_KINDS, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { FEATURES, type SettingKey } from '@xiaoer/domain/settings/state';
import { LADDER_STEPS, RECIPIENT_KINDS } from '@xiaoer/domain/time/ladder';
import { LIMIT_STARTS, LIMIT_UNITS } from '@xiaoer/domain/time/limits';
import { z } from 'zod';

/** Every one of the keys with the same schema. */
const each = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>);

const count = z.number().int().min(0).max(2_000_000);

const limit = z.strictObject({
  unit: z.enum(LIMIT_UNITS),
  amount: count,
  start: z.enum(LIMIT_STARTS),
  rollForward: z.boolean(),
});

const ladder = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        step: z.enum(LADDER_STEPS),
        at: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('usedFraction'), fraction: z.number() }),
          z.strictObject({ kind: z.literal('afterDue'), limit }),
        ]),
        recipients: z.array(z.enum(RECIPIENT_KINDS)).max(RECIPIENT_KINDS.length),
      }),
    )
    .max(LADDER_STEPS.length),
});

/** Shapes of the values a zone may set; what they may be is judged by the domain. */
export const SETTING_VALUES = {
  limits: each(URGENCIES, each(LIMITED, limit)),
  declinesBeforeConsultation: count,
  rejectionsBeforeConsultation: count,
  answerApproval: z.boolean(),
  verdictLimit: limit,
  callBackLimit: limit,
  callBackAttempts: count,
  returnVisit: z.strictObject({ delay: limit, kind: z.enum(RETURN_VISIT_KINDS) }).nullable(),
  pauseReasons: z
    .array(
      z.strictObject({
        key: z.string().max(100),
        proofNeeded: z.boolean(),
        cap: z.strictObject({ unit: z.enum(LIMIT_UNITS), amount: count }),
      }),
    )
    .max(100),
  extension: z.strictObject({ maxWorkdays: count, maxTimes: count }),
  interim: z.strictObject({ maxCalendarDays: count, maxTimes: count }),
  referral: z.strictObject({ maxCalendarDays: count }),
  onTheSpotCategories: z.array(z.string().max(60)).max(200),
  maxText: each(TEXT_KINDS, count),
  ladders: each(PROMISES, ladder),
  features: each(FEATURES, z.boolean()),
} as const satisfies Record<SettingKey, z.ZodType>;
