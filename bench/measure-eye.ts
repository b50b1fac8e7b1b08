import { startChromium } from '../e2e/support/chromium.ts';
import { serveBench } from './bench-server.ts';
import type { Bench } from './bench-zone.ts';
import { report } from './compare.ts';
import { generate } from './generate.ts';

const TIMES = 15;

/** 5.4: how long after a filter is chosen the list shows nothing but what it asks for, in a real browser. */
export const measureEye = async (bench: Bench): Promise<number> => {
  await generate(bench, bench.demands);
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  const browser = await startChromium();
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = (await bench.cookie(bench.zone.people.desk)).split('=');
    const url = `http://localhost:${server.port}`;
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/demands`);
    const status = page.getByRole('combobox', { name: '全部环节' });
    const took: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const wanted = time % 2 === 0 ? '办理中' : '待分办';
      await page.waitForTimeout(300);
      const began = performance.now();
      await status.selectOption({ label: wanted });
      const rows = page.locator('tbody tr');
      await rows.filter({ hasNotText: wanted }).first().waitFor({ state: 'detached' });
      await rows.filter({ hasText: wanted }).first().waitFor();
      took.push(performance.now() - began);
    }
    const sorted = took.toSorted((one, other) => one - other);
    console.log(`${bench.demands} demands, filters in ms: ${sorted.map(Math.round).join(' ')}`);
    return report('a filter is at the eye, p95 in ms', sorted[Math.floor(TIMES * 0.95)] ?? 0, { most: 300 });
  } finally {
    await browser.close();
    await server.stop();
  }
};
