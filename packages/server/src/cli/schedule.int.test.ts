import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runXiaoer } from '../testing/run-xiaoer.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-schedule-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = readFileSync(join(import.meta.dirname, '../../../../docs/schedule-json.md'), 'utf8');
const example = JSON.parse(/```json\n(.*?)```/s.exec(written)?.[1] ?? '');

const scheduled = (network: unknown, ...options: readonly string[]) => {
  const file = join(folder, 'plan.json');
  writeFileSync(file, typeof network === 'string' ? network : JSON.stringify(network));
  return runXiaoer(['schedule', file, ...options]).ended;
};

describe('the command schedule', () => {
  it('computes the example of its document: three working days too late for its target', async () => {
    const { code, out } = await scheduled(example, '--json');
    expect(code).toBe(0);
    const { project, tasks } = JSON.parse(out);
    expect(project).toEqual({
      start: '2023-03-06T08:00',
      finish: '2023-04-05T17:00',
      earliestFinish: '2023-04-05T17:00',
      latestStart: '2023-03-01T08:00',
      target: '2023-03-31T17:00',
    });
    expect(
      tasks.map((task: { id: string; totalFloatMinutes: number }) => [task.id, task.totalFloatMinutes]),
    ).toEqual([
      ['papers', -1_440],
      ['redLine', 4_800],
      ['notice', -7_200],
      ['permit', -1_440],
      ['start', -1_440],
    ]);
    expect(tasks[3]).toEqual({
      id: 'permit',
      uid: 4,
      name: 'Construction permit',
      start: '2023-04-04T08:00',
      finish: '2023-04-05T17:00',
      earlyStart: '2023-04-04T08:00',
      earlyFinish: '2023-04-05T17:00',
      lateStart: '2023-03-30T08:00',
      lateFinish: '2023-03-31T17:00',
      totalFloatMinutes: -1_440,
      freeFloatMinutes: 0,
      critical: true,
    });
  });

  it('prints a line for each task when no JSON is asked for', async () => {
    const { out } = await scheduled(example);
    expect(out.trimEnd().split('\n')).toHaveLength(6);
    expect(out).toContain('2023-04-04T08:00  2023-04-05T17:00  critical  permit  Construction permit');
  });

  it.each([
    ['no JSON', '{', 'is not JSON.'],
    [
      'a field that is wrong',
      { ...example, start: '6 March' },
      'start: is no moment: write YYYY-MM-DDTHH:mm.',
    ],
    [
      'a task that is not there',
      { ...example, links: [{ from: 'papers', to: 'ghost' }] },
      'schedule.unknown-task: a link names a task that is not there: papers, ghost.',
    ],
    [
      'a circle',
      { ...example, links: [...example.links, { from: 'start', to: 'redLine' }] },
      'schedule.cycle: the tasks wait for each other in a circle: redLine, permit, start.',
    ],
  ])('refuses %s in one line', async (_, network, line) => {
    const { code, out, err } = await scheduled(network);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
  });
});
