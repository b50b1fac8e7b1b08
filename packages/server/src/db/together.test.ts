import { describe, expect, it } from 'vitest';
import { gathered, together } from './together.ts';

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('together', () => {
  it('looks up what is asked in one turn in one go, and what is asked meanwhile in the next, each key once', async () => {
    const asked: (readonly string[])[] = [];
    const gate = Promise.withResolvers<void>();
    const lengthOf = together<string, number>(async (keys) => {
      asked.push(keys);
      await (asked.length === 1 ? gate.promise : undefined);
      return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.length]));
    });
    const first = ['a', 'dddd', 'a'].map(lengthOf);
    await soon();
    const others = ['bb', 'ccc', 'bb', 'nobody'].map(lengthOf);
    await soon();
    expect(asked).toEqual([['a', 'dddd']]);
    gate.resolve();
    expect(await Promise.all([...first, ...others])).toEqual([1, 4, 1, 2, 3, 2, undefined]);
    expect(asked).toEqual([
      ['a', 'dddd'],
      ['bb', 'ccc', 'nobody'],
    ]);
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
    await soon();
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
  it('answers what comes in one turn while a lane is free, and gathers per queue what comes then, so many at most', async () => {
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
    const asked: Promise<string>[] = [];
    const ask = async (...questions: readonly string[]): Promise<void> => {
      asked.push(...questions.map(upper));
      await soon();
    };
    await ask('a1', 'b1', 'a2');
    await ask('a3');
    expect(begun).toEqual(['a1 a2', 'b1', 'a3']);
    await ask('a4', 'b2', 'a5');
    await ask('a6', 'a7');
    expect(begun.slice(3)).toEqual(['b2']);
    open.resolve();
    expect(await Promise.all(asked)).toEqual(['A1', 'B1', 'A2', 'A3', 'A4', 'B2', 'A5', 'A6', 'A7']);
    expect(begun.slice(4)).toEqual(['a4 a5 a6', 'a7']);
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
