import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();

type Entry = {
  type: string;
  streamId: string;
  version: number;
  by: { personId: string; name: string } | null;
};
type Page = { entries: Entry[]; next: string | null };

const search = async (query: string): Promise<Page> => {
  const { status, body } = await house.as.inspector.get<Page>(`/api/audit?${query}`);
  expect(status).toBe(200);
  return body;
};

describe('audit search', () => {
  it('pages through the whole log without a gap or a double', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await search(`limit=7${cursor}`);
      seen.push(...page.entries.map(({ streamId, version }) => `${streamId}/${version}`));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('finds what one person did', async () => {
    const demand = {
      channel: 'visit',
      enterpriseId: house.enterpriseId,
      particulars: { title: '停电', text: '停电', category: 'power', territoryId: house.territories.park },
    };
    const { body } = await house.as.officer.post('/api/demands', demand);
    const { entries } = await search(`person=${house.people.officer}`);
    expect(entries).toEqual([expect.objectContaining({ streamId: body.id, type: 'DemandRegistered' })]);
    expect(entries[0]?.by?.name).toBe('周专员');
  });

  it('is for those who audit only', async () => {
    expect((await house.as.officer.get('/api/audit')).status).toBe(403);
    expect((await house.as.contact.get('/api/audit')).status).toBe(404);
    expect((await house.stranger.get('/api/audit')).status).toBe(401);
  });
});
