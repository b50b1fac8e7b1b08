import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { SettingsCommand, SettingsContext } from './commands.ts';
import { decide } from './decide.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';
import type { SettingChange } from './events.ts';
import { evolve } from './evolve.ts';
import { SETTINGS_REFUSALS, type SettingsRefusal } from './refusals.ts';
import { demandSettingsOn, settingOn, tenantCalendar } from './settings-on.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: SettingsContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: day('2022-06-01'),
  actor: person('admin'),
  categories: ['policy', 'water'],
};
const open = {
  type: 'OpenSettings',
  settingsId: id('s'),
  from: day('2022-01-01'),
  values: DEFAULT_SETTINGS,
} as const satisfies SettingsCommand;
const change = (from: string, changed: SettingChange, reason = 'the council decided') =>
  ({ type: 'ChangeSetting', from: day(from), change: changed, reason }) as const satisfies SettingsCommand;
const attempts = (value: number): SettingChange => ({ key: 'callBackAttempts', value });
const openingDay = {
  type: 'SetCalendarDay',
  calendar: 'officer',
  date: day('2022-06-11'),
  exception: { kind: 'makeUpDay', name: 'Opening day', source: 'notice 12', hours: { morning: [540, 720] } },
} as const satisfies SettingsCommand;

describe('settings', () => {
  it('keep each value for the days it was in force', () => {
    const state = after(decider, context, [
      open,
      change('2022-09-01', attempts(5)),
      change('2022-07-01', attempts(4)),
    ]);
    const on = (date: string) => settingOn(state, 'callBackAttempts', day(date));
    expect([
      on('2021-01-01'),
      on('2022-06-30'),
      on('2022-07-01'),
      on('2022-08-31'),
      on('2022-09-01'),
    ]).toEqual([3, 3, 4, 4, 5]);
  });

  it('take a second change from the same day instead of the first, and forget a withdrawn one', () => {
    const state = after(decider, context, [
      open,
      change('2022-07-01', attempts(4)),
      change('2022-07-01', attempts(6)),
      change('2022-08-01', attempts(7)),
      { type: 'WithdrawSettingChange', from: day('2022-08-01'), key: 'callBackAttempts' },
    ]);
    expect(settingOn(state, 'callBackAttempts', day('2022-12-31'))).toBe(6);
    expect(state.values.callBackAttempts).toHaveLength(2);
  });

  it('give a demand its settings of the day, with categories from the catalogue', () => {
    const state = after(decider, context, [
      open,
      change('2022-07-01', { key: 'returnVisit', value: null }),
      change('2022-07-01', { key: 'ladders', value: { ...DEFAULT_SETTINGS.ladders, plan: { steps: [] } } }),
    ]);
    const before = demandSettingsOn(state, day('2022-06-30'), ['water']);
    expect(before).toMatchObject({ categories: ['water'], returnVisit: DEFAULT_SETTINGS.returnVisit });
    const since = demandSettingsOn(state, day('2022-07-01'), ['water']);
    expect('returnVisit' in since).toBe(false);
    expect(since.ladders.plan).toEqual([
      { from: '2022-01-01', value: DEFAULT_SETTINGS.ladders.plan },
      { from: '2022-07-01', value: { steps: [] } },
    ]);
    const { categories: _categories, returnVisit: _visit, ladders: _ladders, ...rest } = before;
    expect(DEFAULT_SETTINGS).toMatchObject(rest);
  });

  it("lay the tenant's days over one calendar of the state and leave the other", () => {
    const state = after(decider, context, [open, openingDay]);
    const ofState: WorkCalendar = {
      name: 'state',
      weekly: [],
      makeUpHours: {},
      source: 'council',
      exceptions: { '2022-06-03': { kind: 'holiday', name: 'Dragon Boat', source: 'notice' } },
      coverage: { from: day('2022-01-01'), to: day('2022-12-31') },
    };
    expect(Object.keys(tenantCalendar(state, 'officer', ofState).exceptions)).toEqual([
      '2022-06-03',
      '2022-06-11',
    ]);
    expect(tenantCalendar(state, 'department', ofState)).toEqual(ofState);
    const cleared = after(decider, context, [
      open,
      openingDay,
      { type: 'ClearCalendarDay', calendar: 'officer', date: openingDay.date },
      {
        type: 'ChangeCalendarCoverage',
        calendar: 'officer',
        coverage: { from: day('2022-01-01'), to: day('2023-12-31') },
      },
    ]);
    const calendar = tenantCalendar(cleared, 'officer', ofState);
    expect(calendar.exceptions).toEqual(ofState.exceptions);
    expect(calendar.coverage.to).toBe('2023-12-31');
  });
});

const general = DEFAULT_SETTINGS.limits.general;
const reason = { key: 'x', proofNeeded: false, cap: { unit: 'workingDays', amount: 1 } } as const;
const rung = { step: 'notice', at: { kind: 'usedFraction', fraction: 0.8 }, recipients: ['desk'] } as const;
const ladders = (...steps: (typeof DEFAULT_SETTINGS.ladders.plan.steps)[number][]): SettingChange => ({
  key: 'ladders',
  value: { ...DEFAULT_SETTINGS.ladders, settle: { steps } },
});

describe('a value is refused', () => {
  it.each<[string, string, SettingChange]>([
    [
      'limits.general.plan.amount',
      'range',
      {
        key: 'limits',
        value: { ...DEFAULT_SETTINGS.limits, general: { ...general, plan: { ...general.plan, amount: 0 } } },
      },
    ],
    ['declinesBeforeConsultation', 'range', { key: 'declinesBeforeConsultation', value: 0 }],
    ['rejectionsBeforeConsultation', 'range', { key: 'rejectionsBeforeConsultation', value: 1.5 }],
    ['verdictLimit.amount', 'range', { key: 'verdictLimit', value: { ...general.plan, amount: 501 } }],
    ['callBackLimit.amount', 'range', { key: 'callBackLimit', value: { ...general.plan, amount: -1 } }],
    ['callBackAttempts', 'range', attempts(21)],
    [
      'returnVisit.delay.amount',
      'range',
      { key: 'returnVisit', value: { kind: 'phone', delay: { ...general.plan, amount: 0 } } },
    ],
    ['pauseReasons', 'repeated', { key: 'pauseReasons', value: [reason, reason] }],
    ['pauseReasons.0.key', 'empty', { key: 'pauseReasons', value: [{ ...reason, key: ' ' }] }],
    [
      'pauseReasons.0.cap.amount',
      'range',
      { key: 'pauseReasons', value: [{ ...reason, cap: { unit: 'calendarDays', amount: 731 } }] },
    ],
    ['extension.maxWorkdays', 'range', { key: 'extension', value: { maxWorkdays: 0, maxTimes: 1 } }],
    ['interim.maxTimes', 'range', { key: 'interim', value: { maxCalendarDays: 10, maxTimes: -1 } }],
    ['referral.maxCalendarDays', 'range', { key: 'referral', value: { maxCalendarDays: 0 } }],
    ['onTheSpotCategories', 'unknown', { key: 'onTheSpotCategories', value: ['magic'] }],
    ['onTheSpotCategories', 'repeated', { key: 'onTheSpotCategories', value: ['water', 'water'] }],
    ['maxText.title', 'range', { key: 'maxText', value: { ...DEFAULT_SETTINGS.maxText, title: 0 } }],
    ['ladders.settle.steps', 'repeated', ladders(rung, rung)],
    ['ladders.settle.steps.0.recipients', 'empty', ladders({ ...rung, recipients: [] })],
    ['ladders.settle.steps.0.at', 'range', ladders({ ...rung, at: { kind: 'usedFraction', fraction: 1.1 } })],
  ])('at %s: %s', (at, problem, changed) => {
    const state = after(decider, context, [open]);
    expect(decide(state, change('2022-06-01', changed), context)).toMatchObject({
      accepted: false,
      refusal: { code: 'settings.value-invalid', facts: { at, problem } },
    });
  });
});

type Case = [SettingsRefusal, string, readonly SettingsCommand[], SettingsCommand];
const CASES: readonly Case[] = [
  ['settings.unknown', 'are not open', [], change('2022-07-01', attempts(4))],
  ['settings.exists', 'are open', [open], open],
  [
    'settings.value-invalid',
    'open badly',
    [],
    { ...open, values: { ...DEFAULT_SETTINGS, callBackAttempts: 0 } },
  ],
  ['settings.text-invalid', 'change without a reason', [open], change('2022-07-01', attempts(4), ' ')],
  ['settings.from-in-past', 'change the past', [open], change('2022-05-31', attempts(4))],
  [
    'settings.from-in-past',
    'withdraw what is in force',
    [open],
    { type: 'WithdrawSettingChange', from: day('2022-01-01'), key: 'callBackAttempts' },
  ],
  [
    'settings.change-unknown',
    'withdraw nothing',
    [open],
    { type: 'WithdrawSettingChange', from: day('2022-07-01'), key: 'callBackAttempts' },
  ],
  ['settings.day-in-past', 'set a day that is over', [open], { ...openingDay, date: day('2022-05-31') }],
  [
    'settings.day-not-set',
    'clear an ordinary day',
    [open],
    { type: 'ClearCalendarDay', calendar: 'officer', date: day('2022-06-11') },
  ],
  [
    'settings.hours-invalid',
    'work backwards',
    [open],
    {
      ...openingDay,
      exception: { ...openingDay.exception, hours: { morning: [540, 720], afternoon: [700, 1020] } },
    },
  ],
  [
    'settings.coverage-invalid',
    'end before today',
    [open],
    {
      type: 'ChangeCalendarCoverage',
      calendar: 'officer',
      coverage: { from: day('2022-01-01'), to: day('2022-05-31') },
    },
  ],
];

describe('a command on settings is refused', () => {
  it.each(CASES)('with %s when they %s', (...[code, , given, command]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, context)).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...SETTINGS_REFUSALS].sort());
  });
});
