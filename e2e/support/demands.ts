import { expect } from 'vitest';
import type { Stage } from './stage.ts';
import type { Somebody } from './accounts.ts';

type Detail = { readonly item: { readonly version: number; readonly status: string } };

const registration = ({ house }: Stage, title: string) => ({
  enterpriseId: house.enterpriseId,
  particulars: {
    title,
    text: `${title}，请尽快处理。`,
    category: 'power',
    territoryId: house.territories.park,
  },
});

const registerAs = async (stage: Stage, who: Somebody, body: object): Promise<string> => {
  const answer = await (await stage.calls(who)).post('/api/demands', body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  await stage.settled();
  return answer.body.id;
};

/** The officer registers a demand on a visit, without a screen: where a story begins later. */
export const register = (stage: Stage, title: string): Promise<string> =>
  registerAs(stage, 'officer', { ...registration(stage, title), channel: 'visit' });

/** The enterprise raises a demand itself, without a screen. */
export const raise = (stage: Stage, title: string, more: object = {}): Promise<string> =>
  registerAs(stage, 'contact', { ...registration(stage, title), channel: 'portal', ...more });

/** Sends one command at the demand's present version, without a screen. */
export const send = async (
  stage: Stage,
  who: Somebody,
  { id, verb, body = {} }: { readonly id: string; readonly verb: string; readonly body?: object },
): Promise<void> => {
  const version = await versionOf(stage, id);
  const answer = await (await stage.calls(who)).post(`/api/demands/${id}/${verb}`, body, { version });
  expect([verb, answer.status, answer.body]).toEqual([verb, 200, expect.anything()]);
  await stage.settled();
};

const versionOf = async (stage: Stage, id: string): Promise<number> =>
  (await (await stage.calls('desk')).get<Detail>(`/api/demands/${id}`)).body.item.version;

/** From registered to the hands of unit one's handler, without a screen. */
export const handOut = async (stage: Stage, id: string): Promise<void> => {
  const { units, people } = stage.house;
  await send(stage, 'desk', { id, verb: 'decide-remit', body: { remit: 'own', reason: '属于本区职责' } });
  await send(stage, 'desk', { id, verb: 'route', body: { lead: { unitId: units.one } } });
  await send(stage, 'headOne', { id, verb: 'accept', body: { personId: people.handlerOne } });
};
