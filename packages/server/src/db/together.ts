import { setImmediate as endOfTurn } from 'node:timers/promises';

type Asked<Question, Answer> = {
  readonly question: Question;
  readonly give: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

type Queue<Question, Answer> = { readonly waiting: Asked<Question, Answer>[]; underWay: number };

type Gathering<Question, Answer> = {
  /** Questions of one queue may be answered together. */
  readonly queueOf: (question: Question) => string;
  /** So many of a queue's answers are under way at once before others wait. */
  readonly lanes: number;
  /** So many at most are answered together. */
  readonly most: number;
  /** Answers in the order of the questions. */
  readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>;
};

/**
 * While a lane is free, what comes in one turn of the event loop is answered together at its end: who is answered together asks
 * again together, and the first of them would go alone and keep the others waiting. What comes while no lane is free goes
 * into the next answer.
 */
export const gathered = <Question, Answer>({
  queueOf,
  lanes,
  most,
  answer,
}: Gathering<Question, Answer>): ((question: Question) => Promise<Answer>) => {
  const queues = new Map<string, Queue<Question, Answer>>();
  const answerSome = async (asked: readonly Asked<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await answer(asked.map(({ question }) => question));
      for (const [index, { give }] of asked.entries()) give(answers[index] as Answer);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  const run = async (name: string, queue: Queue<Question, Answer>): Promise<void> => {
    queue.underWay += 1;
    await endOfTurn();
    while (queue.waiting.length > 0) await answerSome(queue.waiting.splice(0, most));
    queue.underWay -= 1;
    if (queue.underWay === 0) queues.delete(name);
  };
  return (question) =>
    new Promise((give, fail) => {
      const name = queueOf(question);
      const queue = queues.get(name) ?? { waiting: [], underWay: 0 };
      queues.set(name, queue);
      queue.waiting.push({ question, give, fail });
      if (queue.underWay < lanes) void run(name, queue);
    });
};

/**
 * Looks things up together: what is asked for in one turn, or while a look-up is under way, in one look-up, each key once.
 * A look-up never begins before it was asked for, so nobody reads anything older than when they asked.
 */
export const together = <Key, Answer>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): ((key: Key) => Promise<Answer | undefined>) =>
  gathered({
    queueOf: () => '',
    lanes: 1,
    most: Infinity,
    answer: async (keys) => {
      const found = await lookUp([...new Set(keys)]);
      return keys.map((key) => found.get(key));
    },
  });
