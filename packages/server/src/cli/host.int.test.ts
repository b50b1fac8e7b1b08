import { describe, expect, inject, it } from 'vitest';
import { browserAt } from '../testing/browser-at.ts';
import { runXiaoer } from '../testing/run-xiaoer.ts';
import { secondZone } from '../testing/second-zone.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
await secondZone(house, { password: 'a password in the west' });

const urlOf = (user: string): string => {
  const { host, port } = inject('cluster').superuserConfig;
  return `postgres://${user}@localhost/${house.database.name}?host=${encodeURIComponent(String(host))}&port=${port}`;
};
const host = async (...words: string[]) => {
  const { code, out, err } = await runXiaoer(['host', ...words], { DATABASE_URL: urlOf('xiaoer_owner') })
    .ended;
  return { code, said: (out + err).trimEnd() };
};
const zonesAt = async (name: string): Promise<readonly string[]> => {
  const { body } = await browserAt(house.app, { host: name }).get('/api/sign-in');
  return (body.tenants as { code: string }[]).map(({ code }) => code);
};

describe('xiaoer host', () => {
  it('gives a zone a host name, by which a running server goes at once, and takes it away', async () => {
    expect(await zonesAt('west.example.cn')).toEqual(['east', 'west']);
    expect(await host('west', 'West.example.cn')).toEqual({ code: 0, said: 'west is at west.example.cn.' });
    expect(await zonesAt('west.example.cn')).toEqual(['west']);
    expect(await zonesAt('localhost')).toEqual(['east']);
    expect(await host('west', 'none')).toEqual({ code: 0, said: 'west has no host name of its own.' });
    expect(await zonesAt('west.example.cn')).toEqual(['east', 'west']);
  });

  it('refuses in one line a zone that is not there, a name that is taken, and what is no name', async () => {
    await host('west', 'west.example.cn');
    const refused = [
      [['north', 'north.example.cn'], 'There is no zone with the code north.'],
      [['east', 'west.example.cn'], 'Another zone has the host name west.example.cn.'],
      [['east', 'https://east.example.cn'], 'https://east.example.cn is not a host name.'],
      [['east', 'east.example.cn:443'], 'east.example.cn:443 is not a host name.'],
      [['east'], 'Usage: xiaoer host CODE NAME'],
    ] as const;
    for (const [words, line] of refused) {
      const { code, said } = await host(...words);
      expect([words, code, said.split('\n')]).toEqual([words, 1, [expect.stringContaining(line)]]);
    }
    expect(await zonesAt('localhost')).toEqual(['east']);
  });
});
