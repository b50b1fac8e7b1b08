import { againstFloor, sendOnce } from './against-floor.ts';
import type { Bench } from './bench-zone.ts';

const TEXT =
  '厂区东门外道路雨后积水约二十厘米，货车进出受阻，已影响三天的原料进场，装卸时间每车增加约四十分钟。' +
  '企业曾向物业反映，物业称管网堵塞需市政疏通。请协调有关单位尽快疏通管网，并在汛期前排查周边雨水井。';

/** Raise a demand over HTTP with durable commit, 16 connections. */
export const measureWrites = async (bench: Bench): Promise<number> => {
  const { zone } = bench;
  const cookie = await bench.cookie(zone.people.desk);
  const request = {
    method: 'POST',
    path: '/api/demands',
    body: {
      channel: 'counter',
      enterpriseId: zone.enterpriseId,
      particulars: {
        title: '东门外道路雨后积水，货车进出受阻',
        text: TEXT,
        category: 'other',
        territoryId: zone.territories.park,
      },
    },
  } as const;
  return againstFloor(bench, {
    name: 'raise a demand',
    requests: [request],
    cookies: [cookie],
    recorded: [sendOnce(cookie, request, '201')],
    // The demand's id, the command's id, its key, and the number people quote.
    fresh: (statements) => {
      const known = new Set<string>([
        ...Object.values(zone.people),
        ...Object.values(zone.units),
        ...Object.values(zone.territories),
        zone.enterpriseId,
        zone.siteId,
      ]);
      const ids = statements.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
      const numbers = statements.match(/\b2022\d{4}-[0-9A-Z]{5}\b/g) ?? [];
      return [...new Set([...ids, ...numbers])].filter((text) => !known.has(text));
    },
    expected: '201',
    share: 0.4,
    least: 800,
    mostTurns: 6,
  });
};
