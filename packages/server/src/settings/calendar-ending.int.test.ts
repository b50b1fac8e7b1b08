import { MILLISECONDS_PER_DAY } from '@xiaoer/domain/time/instant';
import { describe, expect, it } from 'vitest';
import { doDaily } from '../daily.ts';
import { createClient } from '../db/connect.ts';
import { testHouse } from '../testing/test-house.ts';

type Notices = { notices: { kind: string; facts: Record<string, unknown> }[] };
type Settings = { id: string; version: number };

describe('the end of the work calendar', async () => {
  const house = await testHouse();
  let announced = 0;
  const deps = { ...house.deps, announce: async () => void (announced += 1) };
  const endings = async (who: 'admin' | 'desk') =>
    (await house.as[who].get<Notices>('/api/notices')).body.notices
      .filter(({ kind }) => kind === 'calendarEnding')
      .map(({ facts }) => facts);
  const at = (day: string) => `${day}T08:00:00.000+08:00` as typeof house.clock.now;

  it('is told to nobody while it is far away', async () => {
    await doDaily(deps, at('2026-11-01'));
    expect([await endings('admin'), announced]).toEqual([[], 0]);
  });

  it('is told to the administrators once, however often and by however many it is looked at', async () => {
    await Promise.all([doDaily(deps, at('2026-11-02')), doDaily(deps, at('2026-11-02'))]);
    await doDaily(deps, at('2026-12-31'));
    expect(await endings('admin')).toEqual([{ year: '2027', lastDay: '2026-12-31', daysLeft: 59 }]);
    expect(await endings('desk')).toEqual([]);
    expect(announced).toBeGreaterThan(0);
  });

  it('is told again for the next missing year, after the calendar was made longer', async () => {
    const settings = (await house.as.admin.get<Settings>('/api/settings')).body;
    let { version } = settings;
    for (const calendar of ['officer', 'department']) {
      const coverage = { from: '2004-01-01', to: '2027-12-31' };
      const url = `/api/settings/${settings.id}/change-coverage`;
      const answer = await house.as.admin.post(url, { calendar, coverage }, { version });
      expect(answer.status).toBe(200);
      ({ version } = answer.body);
    }
    await doDaily(deps, at('2027-01-02'));
    expect(await endings('admin')).toHaveLength(1);
    await doDaily(deps, at('2027-12-01'));
    expect((await endings('admin')).map(({ year }) => year)).toEqual(['2028', '2027']);
  });

  it('is far away for a zone that lives in the past', async () => {
    const before = (await endings('admin')).length;
    const client = createClient(house.database.ownerConfig);
    await client.connect();
    await client.query('update tenant set clock_behind_ms = $1', [5 * 365 * MILLISECONDS_PER_DAY]);
    await client.end();
    await doDaily(deps, at('2028-12-20'));
    expect(await endings('admin')).toHaveLength(before);
  });
});
