import { randomInt, randomUUID } from 'node:crypto';
import type { Furnished } from '../../packages/server/src/testing/furnish.ts';

export const INTENT_KINDS = ['register', 'route', 'accept', 'note'] as const;
export type IntentKind = (typeof INTENT_KINDS)[number];

/** A command as it will be sent, and sent again with the same key until it is answered. */
export type Intent = {
  readonly key: string;
  readonly kind: IntentKind;
  /** Stands in the command's own text, so that its event can be told from every other. */
  readonly mark: string;
  readonly path: string;
  readonly version: number | undefined;
  readonly body: object;
  readonly who: 'desk' | 'headOne';
};

export type Reply = {
  readonly status: number;
  readonly body: { readonly id?: string; readonly version?: number; readonly code?: string };
};

/** A demand of one client's, as far as it knows. */
export type Known = { readonly id: string; version: number; stage: 'registered' | 'routed' | 'accepted' };

/** Makes up commands: new demands, and changes of those a client knows. */
export const intentsIn = (zone: Furnished) => {
  const registration = (mark: string): Pick<Intent, 'path' | 'version' | 'body' | 'who'> => ({
    path: '/api/demands',
    version: undefined,
    who: 'desk',
    body: {
      channel: 'counter',
      enterpriseId: zone.enterpriseId,
      particulars: {
        title: `道路积水 ${mark}`,
        text: '厂区门口道路积水，货车进出受阻，请协调处理。',
        category: 'other',
        territoryId: zone.territories.park,
      },
    },
  });

  const changeOf = (
    known: Known,
    mark: string,
  ): Pick<Intent, 'kind' | 'path' | 'version' | 'body' | 'who'> => {
    const at = { version: known.version };
    const path = (verb: string) => `/api/demands/${known.id}/${verb}`;
    if (known.stage === 'registered' && randomInt(2) === 0)
      return {
        ...at,
        kind: 'route',
        who: 'desk',
        path: path('route'),
        body: { lead: { unitId: zone.units.one }, note: mark },
      };
    if (known.stage === 'routed' && randomInt(2) === 0)
      return {
        ...at,
        kind: 'accept',
        who: 'headOne',
        path: path('accept'),
        body: { personId: zone.people.handlerOne },
      };
    return { ...at, kind: 'note', who: 'desk', path: path('add-note'), body: { note: mark } };
  };

  const nextIntent = (mine: readonly Known[]): Intent => {
    const key = randomUUID();
    const mark = `mark-${key}`;
    const known = mine.length === 0 || randomInt(4) === 0 ? undefined : mine[randomInt(mine.length)];
    return known === undefined
      ? { key, mark, kind: 'register', ...registration(mark) }
      : { key, mark, ...changeOf(known, mark) };
  };
  return nextIntent;
};

/** What an answer tells of the client's demands. */
export const learn = (mine: Known[], intent: Intent, { status, body }: Reply): void => {
  if (intent.kind === 'register' && status === 201 && body.id !== undefined) {
    mine.push({ id: body.id, version: body.version ?? 1, stage: 'registered' });
    if (mine.length > 6) mine.shift();
  }
  const known = mine.find(({ id }) => intent.path.includes(id));
  if (known === undefined) return;
  if (body.version !== undefined) known.version = body.version;
  if (status === 200 && intent.kind === 'route') known.stage = 'routed';
  if (status === 200 && intent.kind === 'accept') known.stage = 'accepted';
};
