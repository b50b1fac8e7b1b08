import { setTimeout as delay } from 'node:timers/promises';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Bench } from './bench-zone.ts';
import { serveBench } from './bench-server.ts';

type Who = 'desk' | 'headOne' | 'handlerOne' | 'contact';
type Step = readonly [who: Who, verb: string, body: object];

const ANSWER = {
  answer: { conclusion: 'solved', text: '已协调市政部门疏通管网，三日内完成，汛期前再排查一次。' },
};
const PLAN = { summary: '先疏通，后排查', steps: [{ text: '疏通管网', due: '2022-06-20' }] };

/** How far a demand has come, each a beginning of the same way; the last ones are closed. */
const stories = ({ zone: { units, people } }: Bench): readonly (readonly Step[])[] => {
  const way: readonly Step[] = [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: units.one }, note: '请规建局牵头，三日内答复企业。' }],
    ['headOne', 'accept', { personId: people.handlerOne }],
    ['handlerOne', 'record-contact', { note: '已电话联系企业负责人，约定现场踏勘。' }],
    ['handlerOne', 'make-plan', PLAN],
    ['handlerOne', 'add-note', { note: '现场踏勘，管网堵塞约三十米。' }],
    ['handlerOne', 'submit-answer', ANSWER],
    ['contact', 'give-verdict', { grade: 'satisfied', solved: 'solved' }],
  ];
  return [0, 1, 2, 3, 5, 6, 7, 8, 8, 8].map((length) => way.slice(0, length));
};

/** Lives a demand of each story through the real server, for the generator to multiply. Answers with their ids. */
export const liveStories = async (bench: Bench): Promise<readonly string[]> => {
  const server = await serveBench({ dataDir: bench.zone.dataDir, clock: bench.clock });
  const { people, enterpriseId, territories } = bench.zone;
  const cookies = new Map<string, string>();
  for (const who of ['desk', 'headOne', 'handlerOne', 'contact'] as const)
    cookies.set(who, await bench.cookie(people[who] as PersonId));
  const post = async (who: Who, path: string, { body, version }: { body: object; version?: number }) => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/demands${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: cookies.get(who) ?? '',
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { id: string; version: number };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const ids: string[] = [];
  try {
    for (const story of stories(bench)) {
      const particulars = {
        title: '@TITLE@',
        text: '@TEXT@',
        category: 'other',
        territoryId: territories.park,
      };
      let { id, version } = await post('desk', '', {
        body: { channel: 'counter', enterpriseId, particulars },
      });
      for (const [who, verb, body] of story)
        ({ id, version } = await post(who, `/${id}/${verb}`, { body, version }));
      ids.push(id);
    }
    await delay(1_500);
  } finally {
    await server.stop();
  }
  return ids;
};
