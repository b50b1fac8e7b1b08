import { readFile } from 'node:fs/promises';
import { networkOf, scheduleNetwork, type ScheduleNetwork } from '@xiaoer/contract/schedule-network';
import { textOfMinute } from '@xiaoer/domain/schedule/minute';
import { schedule, type Schedule } from '@xiaoer/domain/schedule/schedule';
import type { ScheduleRefusal } from '@xiaoer/domain/schedule/refusals';
import type { CommandCall } from './command-call.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';

const REASONS: Record<ScheduleRefusal, string> = {
  'schedule.no-anchor': 'the plan has neither a start nor a target',
  'schedule.duplicate-task': 'an id is given to two tasks',
  'schedule.unknown-task': 'a link names a task that is not there',
  'schedule.unknown-parent': 'a task stands under one that is not there',
  'schedule.unknown-calendar': 'a calendar is named that is not there',
  'schedule.calendar-without-work': 'a calendar has no working hours in its week',
  'schedule.calendar-invalid': 'the hours or exceptions of a calendar are out of order',
  'schedule.duration-invalid': 'a duration or lag is no whole number of minutes, or longer than a century',
  'schedule.date-invalid': 'a date is missing, none, or after the one it should come before',
  'schedule.summary-invalid': 'a summary task has dates or links that only its parts can have',
  'schedule.cycle': 'the tasks wait for each other in a circle',
  'schedule.constraints-contradict':
    'the dates that two tasks must keep contradict each other through their links',
  'schedule.outside-coverage': 'the plan reaches beyond the days its calendar answers for',
  'schedule.out-of-range': 'the plan reaches beyond the year 9999',
};

const read = async (file: string): Promise<unknown> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read.`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new OperatorError(`${file} is not JSON.`, { cause: error });
  }
};

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    '',
  );

const parse = (file: string, content: unknown): ScheduleNetwork => {
  const parsed = scheduleNetwork.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const place = placeOf(first?.path ?? []);
  const more = parsed.error.issues.length - 1;
  const others = more === 0 ? '' : ` (and ${more} more)`;
  throw new OperatorError(
    `${file}: ${place === '' ? 'the file' : place}: ${first?.message ?? 'is wrong'}${others}.`,
  );
};

const computed = (file: ScheduleNetwork): Schedule => {
  const result = schedule(networkOf(file));
  if (result.ok) return result.schedule;
  const { code, facts } = result.refusal;
  const ids = Array.isArray(facts.ids) ? facts.ids : [];
  const names = [...ids, facts.missing, facts.calendar].filter((name) => typeof name === 'string');
  throw new OperatorError(`${code}: ${REASONS[code]}${names.length === 0 ? '' : `: ${names.join(', ')}`}.`);
};

const told = (file: ScheduleNetwork, { tasks, ...project }: Schedule) => ({
  project: Object.fromEntries(Object.entries(project).map(([name, at]) => [name, textOfMinute(at)])),
  tasks: tasks.map((task, place) => ({
    id: task.id,
    uid: file.tasks[place]?.uid ?? place + 1,
    name: file.tasks[place]?.name ?? task.id,
    start: textOfMinute(task.start),
    finish: textOfMinute(task.finish),
    earlyStart: textOfMinute(task.earlyStart),
    earlyFinish: textOfMinute(task.earlyFinish),
    lateStart: textOfMinute(task.lateStart),
    lateFinish: textOfMinute(task.lateFinish),
    totalFloatMinutes: task.totalFloat,
    freeFloatMinutes: task.freeFloat,
    critical: task.critical,
  })),
});

/** `schedule FILE [--json]`: computes a plan of docs/schedule-json.md. */
export async function run({ args, usage }: CommandCall): Promise<number> {
  const { positionals, values } = parseWords(args, {
    usage,
    words: 1,
    options: { json: { type: 'boolean' } },
  });
  const [name = ''] = positionals;
  const file = parse(name, await read(name));
  const { project, tasks } = told(file, computed(file));
  if (values.json) {
    console.log(JSON.stringify({ project, tasks }));
    return 0;
  }
  for (const task of tasks)
    console.log(
      `${task.start}  ${task.finish}  ${task.critical ? 'critical' : '        '}  ${task.id}  ${task.name}`,
    );
  console.log(`from ${project.start} to ${project.finish}, earliest ${project.earliestFinish}`);
  return 0;
}
