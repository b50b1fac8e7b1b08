import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('together', () => {
  it('looks the first up at once, and what is asked meanwhile in one go, each key once', async () => {
    const asked: (readonly string[])[] = [];
    const gate = Promise.withResolvers<void>();
    const lengthOf = together<string, number>(async (keys) => {
      asked.push(keys);
      await (asked.length === 1 ? gate.promise : undefined);
      return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.length]));
    });
    const first = lengthOf('a');
    const others = ['bb', 'ccc', 'bb', 'nobody'].map(lengthOf);
    await soon();
    expect(asked).toEqual([['a']]);
    gate.resolve();
    expect(await Promise.all([first, ...others])).toEqual([1, 2, 3, 2, undefined]);
    expect(asked).toEqual([['a'], ['bb', 'ccc', 'nobody']]);
  });

  it('never answers with a look-up that began before it was asked for', async () => {
    let truth = 'old';
    const gate = Promise.withResolvers<void>();
    const read = together<string, string>(async (keys) => {
      const seen = truth;
      await gate.promise;
      return new Map(keys.map((key) => [key, seen]));
    });
    const before = read('x');
    truth = 'new';
    const after = read('x');
    gate.resolve();
    expect([await before, await after]).toEqual(['old', 'new']);
  });

  it('tells each who waited of a failure, and looks up the next ones', async () => {
    let failing = true;
    const read = together<string, string>(async (keys) => {
      await soon();
      if (failing) throw new Error('the connection broke');
      return new Map(keys.map((key) => [key, key]));
    });
    const [one, two] = await Promise.allSettled([read('x'), read('y')]);
    expect([one?.status, two?.status]).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await read('z')).toBe('z');
  });
});
