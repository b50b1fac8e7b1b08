import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { minuteOf, textOfMinute } from './minute.ts';
import type { Network, Task } from './network.ts';
import { schedule } from './schedule.ts';
import { OFFICE } from './testing/networks.ts';

const task = (id: string, days: number, more: Partial<Task> = {}): Task => ({
  id,
  name: id,
  duration: { amount: days, unit: 'workdays' },
  ...more,
});

/** A network that starts on the Monday before the festival. */
const network = (tasks: readonly Task[], links: readonly string[]): Network => ({
  calendars: [OFFICE],
  calendarId: 'office',
  minutesPerDay: 480,
  direction: 'forward',
  start: minuteOf('2023-01-16T08:00')!,
  tasks,
  links: links.map((text) => {
    const [from = '', to = ''] = text.split(' > ');
    return { from, to, type: 'FS' };
  }),
});

const chain = (given: Network, id: string) => {
  const result = schedule(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return explain(given, result.schedule, id).map(({ task, start, reason, daysOff }) => {
    const by = reason.kind === 'link' ? `after ${reason.predecessor.id}` : reason.kind;
    const off = daysOff.map(({ days, name }) => `${days} ${name ?? 'rest'}`);
    return [task.id, textOfMinute(start).slice(5, 10), by, ...off].join(', ');
  });
};

describe('an explanation', () => {
  it('goes back link by link to what began it, with the festival and the weekends in between', () => {
    const tasks = [task('a', 5), task('short', 1), task('b', 3), task('c', 1)];
    expect(chain(network(tasks, ['a > b', 'short > b', 'b > c']), 'c')).toEqual([
      'a, 01-16, projectStart',
      // Saturday the 28th is worked, the Sunday behind it is not.
      'b, 01-28, after a, 7 Festival, 1 rest',
      'c, 02-01, after b',
    ]);
  });

  it('ends at a date that was set', () => {
    const at = minuteOf('2023-02-06T08:00')!;
    const tasks = [task('a', 1), task('b', 1, { constraint: { kind: 'startNoEarlierThan', at } })];
    expect(chain(network(tasks, ['a > b']), 'b')).toEqual(['b, 02-06, constraint']);
  });

  it('goes through a summary by its last part, and to what holds the summary back', () => {
    const part = { parentId: 's' };
    const tasks = [task('s', 0), task('a', 1, part), task('b', 2, part), task('before', 1), task('after', 1)];
    expect(chain(network(tasks, ['before > s', 's > after']), 'after')).toEqual([
      'before, 01-16, projectStart',
      's, 01-17, after before',
      'b, 01-17, summary',
      's, 01-17, parts',
      'after, 01-19, after s',
    ]);
  });

  it('says nothing of a task that is not there', () => {
    expect(chain(network([task('a', 1)], []), 'ghost')).toEqual([]);
  });
});
