import { SETTINGS_REFUSALS } from '@xiaoer/domain/settings/refusals';
import { SETTING_KEYS, TENANT_CALENDARS, type SettingKey } from '@xiaoer/domain/settings/state';
import type { SettingChange } from '@xiaoer/domain/settings/events';
import { z } from 'zod';
import { commandsOf } from './command-route.ts';
import { idOf, localDate, NAME, SENTENCE, text } from './primitives.ts';
import { route } from './route.ts';
import { SETTING_VALUES } from './setting-values.ts';

const PATH = '/api/settings';
const { changing } = commandsOf<'settings'>({ path: PATH, refusals: SETTINGS_REFUSALS });

const key = z.enum(SETTING_KEYS);
const calendar = z.enum(TENANT_CALENDARS);
const coverage = z.strictObject({ from: localDate, to: localDate });

const minutes = z.tuple([z.number().int().min(0).max(1_440), z.number().int().min(0).max(1_440)]);
export const dayHours = z.strictObject({ morning: minutes.optional(), afternoon: minutes.optional() });

const from = { name: text(NAME), source: text(SENTENCE) };
const exception = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holiday'), ...from }),
  z.strictObject({ kind: z.literal('makeUpDay'), ...from, hours: dayHours.optional() }),
  z.strictObject({ kind: z.literal('halfDay'), ...from, works: z.enum(['morning', 'afternoon']) }),
]);

type Dated<Key extends SettingKey> = z.ZodArray<
  z.ZodObject<{ from: typeof localDate; value: (typeof SETTING_VALUES)[Key] }, z.core.$strict>
>;

/** Every key's values from the earliest to the latest, each from its day on. */
const datedValues = z.strictObject(
  Object.fromEntries(
    SETTING_KEYS.map((name) => [
      name,
      z.array(z.strictObject({ from: localDate, value: SETTING_VALUES[name] })),
    ]),
  ) as { [Key in SettingKey]: Dated<Key> },
);

type Change<Key extends SettingKey> = z.ZodObject<
  { key: z.ZodLiteral<Key>; value: (typeof SETTING_VALUES)[Key] },
  z.core.$strict
>;

const changeOf = <Key extends SettingKey>(name: Key): Change<Key> =>
  z.strictObject({ key: z.literal(name), value: SETTING_VALUES[name] });

const [firstKey, ...otherKeys] = SETTING_KEYS;
/** One key with a value of its own type. */
const change = z.discriminatedUnion('key', [
  changeOf(firstKey),
  ...otherKeys.map((name) => changeOf<SettingKey>(name)),
]) as unknown as z.ZodType<SettingChange, SettingChange>;

export const settings = route({
  method: 'GET',
  path: PATH,
  summary: 'What the zone has set, and from which day on.',
  access: { auth: 'session', rule: 'settings.read' },
  response: z.strictObject({
    id: idOf<'settings'>(),
    version: z.number().int(),
    values: datedValues,
  }),
  problems: ['request.not-found', 'access.forbidden'],
});

export const SETTINGS_CHANGES = {
  ChangeSetting: changing('ChangeSetting', {
    verb: 'change',
    summary: 'Set a value from a day on, with the reason.',
    body: z.strictObject({ from: localDate, change, reason: text(SENTENCE) }),
  }),
  WithdrawSettingChange: changing('WithdrawSettingChange', {
    verb: 'withdraw',
    summary: 'Take back a change that is not yet in force.',
    body: z.strictObject({ from: localDate, key }),
  }),
  SetCalendarDay: changing('SetCalendarDay', {
    verb: 'set-day',
    summary: 'Make a day unlike its weekday, with name and source.',
    body: z.strictObject({ calendar, date: localDate, exception }),
  }),
  ClearCalendarDay: changing('ClearCalendarDay', {
    verb: 'clear-day',
    summary: "Leave a day to the state's calendar again.",
    body: z.strictObject({ calendar, date: localDate }),
  }),
  ChangeCalendarCoverage: changing('ChangeCalendarCoverage', {
    verb: 'change-coverage',
    summary: 'Say from when to when the calendar is known.',
    body: z.strictObject({ calendar, coverage }),
  }),
};

const day = z.strictObject({
  date: localDate,
  workday: z.boolean(),
  hours: z.array(minutes),
  /** Null on a day like its weekday. */
  name: z.string().nullable(),
  source: z.string(),
  /** Set by the zone itself. */
  own: z.boolean(),
});

const knownDays = z.strictObject({
  days: z.array(day),
  coverage,
  /** Covered days after today; beyond them nothing is guessed. */
  daysLeft: z.number().int(),
  /** Fewer than 60 days left: next year's arrangements are missing. */
  alarm: z.boolean(),
});

export const calendarOfZone = route({
  method: 'GET',
  path: '/api/calendar',
  summary: 'The days from one date to another in both calendars; days beyond the coverage are left out.',
  access: { auth: 'session', rule: 'settings.read' },
  query: z.strictObject({ from: localDate, to: localDate }),
  response: z.strictObject({ officer: knownDays, department: knownDays }),
  problems: ['request.not-found', 'access.forbidden'],
});
