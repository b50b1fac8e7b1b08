import type { Page } from 'playwright-core';
import { startChromium } from '../e2e/support/chromium.ts';
import { serveBench } from './bench-server.ts';
import type { Bench } from './bench-zone.ts';
import { report } from './compare.ts';
import { generateOnce } from './generate.ts';

/** In which time runs, so that there are some under every light. */
const STATUSES = ['办理中', '待分办', '待接单'];
const LIGHTS = ['全部状态灯', '正常', '将到期', '超期'];
/** The browser keeps what it was answered for ten seconds: no list is asked for twice, so that each is the server's. */
const CHOICES = LIGHTS.flatMap((light) => STATUSES.map((status) => ({ light, status })));
/** The few choices are made by so many people, each with a browser of their own. */
const PEOPLE = 3;

/**
 * From the choice until a frame is painted that shows nothing but what was asked for. Watched inside the page: asking from
 * outside costs as much as what is measured.
 */
const untilShown = (wanted: string): string => `new Promise((resolve, reject) => {
  let began;
  setTimeout(() => reject(new Error(${JSON.stringify(`no list of nothing but ${wanted}`)})), 10_000);
  const isShown = () => {
    const all = [...document.querySelectorAll('table[aria-busy="false"] tr[data-at]')];
    return all.length > 0 && all.every((row) => row.textContent.includes(${JSON.stringify(wanted)}));
  };
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - began);
    channel.port2.postMessage(null);
  });
  const observer = new MutationObserver(() => {
    if (began === undefined || !isShown()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  document.addEventListener('change', () => { began = performance.now(); }, { capture: true, once: true });
})`;

const choose = (page: Page, filter: string, label: string): Promise<unknown> =>
  page.getByRole('combobox', { name: filter }).selectOption({ label });

const choices = async (page: Page): Promise<readonly number[]> => {
  const took: number[] = [];
  for (const { light, status } of CHOICES) {
    await choose(page, '全部状态灯', light);
    await page.waitForTimeout(700);
    const shown = page.evaluate<number>(untilShown(status));
    await choose(page, '全部环节', status);
    took.push(await shown);
  }
  return took;
};

/** How long after a filter is chosen the list shows nothing but what it asks for, in a real browser. */
export const measureEye = async (bench: Bench): Promise<number> => {
  await generateOnce(bench, bench.demands);
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  const browser = await startChromium();
  const took: number[] = [];
  try {
    const [name = '', value = ''] = (await bench.cookie(bench.zone.people.desk)).split('=');
    const url = `http://localhost:${server.port}`;
    for (let person = 0; person < PEOPLE; person += 1) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      await page.goto(`${url}/demands`);
      await page.locator('tbody tr').first().waitFor();
      took.push(...(await choices(page)));
      await context.close();
    }
    const sorted = took.toSorted((one, other) => one - other);
    console.log(`${bench.demands} demands, filters in ms: ${sorted.map(Math.round).join(' ')}`);
    console.log(
      `the first of each person: ${took.filter((_, at) => at % CHOICES.length === 0).map(Math.round)}`,
    );
    return report('a filter is at the eye, p95 in ms', sorted[Math.floor(sorted.length * 0.95)] ?? 0, {
      most: 300,
    });
  } finally {
    await browser.close();
    await server.stop();
  }
};
