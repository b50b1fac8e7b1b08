import { DEFAULT_SETTINGS } from '@xiaoer/domain/settings/defaults';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../db/connect.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as } = house;
type Settings = { id: string; version: number; values: Record<string, { from: string; value: unknown }[]> };
type Known = {
  days: { date: string; workday: boolean; hours: number[][]; name: string | null; own: boolean }[];
  coverage: { to: string };
  daysLeft: number;
  alarm: boolean;
};
type Calendar = { officer: Known; department: Known };

const settings = async () => (await as.handlerOne.get<Settings>('/api/settings')).body;
const change = async (
  verb: string,
  body: unknown,
  { who = 'admin', version }: { who?: keyof typeof as; version?: number } = {},
) => {
  const now = await settings();
  return as[who].post<{ code: string; errors: { pointer: string }[] }>(
    `/api/settings/${now.id}/${verb}`,
    body,
    { version: version ?? now.version },
  );
};
const calendar = async (from: string, to = from) =>
  (await as.officer.get<Calendar>(`/api/calendar?from=${from}&to=${to}`)).body;

describe('settings', () => {
  it('show of a zone of an earlier release the switches that there still are', async () => {
    const owner = createClient(house.database.ownerConfig);
    await owner.connect();
    onTestFinished(() => owner.end());
    await owner.query(
      `update settings set state = jsonb_set(state, '{values,features,0,value,phoneIntake}', 'true')`,
    );
    expect((await settings()).values['features']).toEqual([
      { from: '2022-06-01', value: DEFAULT_SETTINGS.features },
    ]);
    await owner.query(`update settings set state = state #- '{values,features,0,value,phoneIntake}'`);
  });

  it('start with the defaults and change from a day on', async () => {
    expect((await settings()).values['callBackAttempts']).toEqual([
      { from: '2022-06-01', value: DEFAULT_SETTINGS.callBackAttempts },
    ]);
    const body = { from: '2022-07-01', change: { key: 'callBackAttempts', value: 5 }, reason: '多打两次' };
    expect((await change('change', body)).status).toBe(200);
    expect((await settings()).values['callBackAttempts']).toHaveLength(2);
    const withdrawn = await change('withdraw', { from: '2022-07-01', key: 'callBackAttempts' });
    expect(withdrawn.status).toBe(200);
    expect((await settings()).values['callBackAttempts']).toHaveLength(1);
  });

  it('take every default back as a change', async () => {
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
      const answer = await change('change', { from: '2022-06-02', change: { key, value }, reason: '照旧' });
      expect([key, answer.status]).toEqual([key, 200]);
    }
  });

  it('refuse a value of the wrong shape at its field, and one out of range by the domain', async () => {
    const shaped = await change('change', {
      from: '2022-07-01',
      change: { key: 'extension', value: { maxWorkdays: '三', maxTimes: 1 } },
      reason: '错误',
    });
    expect(shaped.status).toBe(400);
    expect(shaped.body.errors[0]?.pointer).toBe('/body/change/value/maxWorkdays');
    const ranged = await change('change', {
      from: '2022-07-01',
      change: { key: 'callBackAttempts', value: 99 },
      reason: '太多',
    });
    expect(ranged.body.code).toBe('settings.value-invalid');
  });

  it('are not changed from a past day, by the desk, or on an old version', async () => {
    const body = { from: '2022-05-31', change: { key: 'callBackAttempts', value: 4 }, reason: '追溯' };
    expect((await change('change', body)).body.code).toBe('settings.from-in-past');
    expect((await change('change', body, { who: 'desk' })).status).toBe(403);
    expect((await change('change', body, { version: 1 })).status).toBe(412);
  });
});

describe('the calendar', () => {
  it('knows state holidays, hours of both calendars, and how long it is known', async () => {
    const { officer, department } = await calendar('2022-06-03', '2022-06-06');
    expect(department.days.map(({ workday }) => workday)).toEqual([false, false, false, true]);
    expect(department.days[0]?.name).toContain('端午');
    expect(officer.days[3]?.hours[0]).toEqual([510, 720]);
    expect(department.days[3]?.hours[0]).toEqual([540, 720]);
    expect([department.coverage.to, department.alarm]).toEqual(['2026-12-31', false]);
  });

  it('takes the zone’s own days and leaves them again', async () => {
    const day = { calendar: 'officer', date: '2022-06-10' };
    const exception = { kind: 'holiday', name: '园区开放日', source: '园区通知〔2022〕3号' };
    expect((await change('set-day', { ...day, exception })).status).toBe(200);
    const set = await calendar('2022-06-10');
    expect(set.officer.days[0]).toMatchObject({ workday: false, name: '园区开放日', own: true });
    expect(set.department.days[0]).toMatchObject({ workday: true, own: false });
    await change('clear-day', day);
    expect((await calendar('2022-06-10')).officer.days[0]).toMatchObject({ workday: true, own: false });
  });

  it('guesses nothing beyond its coverage and raises the alarm before', async () => {
    expect((await calendar('2027-01-04')).department.days).toEqual([]);
    const coverage = { from: '2022-01-01', to: '2022-07-01' };
    await change('change-coverage', { calendar: 'department', coverage });
    const { department } = await calendar('2022-06-30', '2022-07-04');
    expect(department.days.map(({ date }) => date)).toEqual(['2022-06-30', '2022-07-01']);
    expect([department.daysLeft, department.alarm]).toEqual([30, true]);
  });
});
