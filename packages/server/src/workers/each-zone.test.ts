import { expect, it } from 'vitest';
import { eachZone } from './each-zone.ts';

const failAtTwo = (done: number[]) => async (zone: number) => {
  if (zone === 2) throw new Error('a zone that fails');
  done.push(zone);
};

it('has the next zone its turn when one fails, and tells of it', async () => {
  const done: number[] = [];
  const failures: unknown[] = [];
  await eachZone([1, 2, 3], { onFailed: (error) => failures.push(error) }, failAtTwo(done));
  expect(done).toEqual([1, 3]);
  expect(failures).toEqual([new Error('a zone that fails')]);
});

it('throws where nobody listens', async () => {
  const done: number[] = [];
  await expect(eachZone([1, 2, 3], {}, failAtTwo(done))).rejects.toThrow('a zone that fails');
  expect(done).toEqual([1]);
});
