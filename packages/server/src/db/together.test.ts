import { describe, expect, it } from 'vitest';
import { gathered, together } from './together.ts';

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

describe('gathered', () => {
  it('answers at once while a lane is free, and gathers per queue what comes then, so many at most', async () => {
    const begun: string[] = [];
    const open = Promise.withResolvers<void>();
    const upper = gathered<string, string>({
      queueOf: (question) => question.slice(0, 1),
      lanes: 2,
      most: 3,
      answer: async (questions) => {
        begun.push(questions.join(' '));
        await open.promise;
        return questions.map((question) => question.toUpperCase());
      },
    });
    const asked = ['a1', 'a2', 'a3', 'b1', 'a4', 'a5', 'a6', 'b2'].map(upper);
    await soon();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2']);
    open.resolve();
    expect(await Promise.all(asked)).toEqual(['A1', 'A2', 'A3', 'B1', 'A4', 'A5', 'A6', 'B2']);
    expect(begun.slice(4)).toEqual(['a3 a4 a5', 'a6']);
  });

  it('begins anew when a queue has run dry', async () => {
    const same = gathered<string, string>({
      queueOf: () => '',
      lanes: 1,
      most: 2,
      answer: async (questions) => questions,
    });
    expect(await same('x')).toBe('x');
    expect(await Promise.all(['y', 'z', 'w'].map(same))).toEqual(['y', 'z', 'w']);
  });
});
