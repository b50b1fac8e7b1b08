import type { Actor } from '@xiaoer/domain/access/actor';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { PersonState } from '@xiaoer/domain/person/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { actorOf } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read } from '../db/transact.ts';
import type { StoryStep } from './story.ts';

type Deps = { readonly pool: Pool; readonly configuration: ReadConfiguration };

export type StoryActors = {
  readonly actorAt: (step: StoryStep) => Promise<Actor>;
  /** People may have changed. */
  readonly forget: () => void;
};

/** Finds who acts in a step; contacts of enterprises are read again only after a step that may change them. */
export const storyActors = ({ pool, configuration }: Deps, tenantId: TenantId): StoryActors => {
  const contacts = new Map<PersonId, PersonState>();

  const contact = async (personId: PersonId): Promise<PersonState> => {
    const known = contacts.get(personId);
    if (known !== undefined) return known;
    const [row] = await read(pool, { tenantId }, (db) =>
      db.query<{ state: PersonState }>('select state from person where tenant_id = $1 and person_id = $2', [
        tenantId,
        personId,
      ]),
    );
    invariant(row, `the story's person ${personId} does not exist yet`);
    contacts.set(personId, row.state);
    return row.state;
  };

  return {
    actorAt: async ({ by, at }) => {
      if (by === 'founder' || by === 'oneTimeLink') return { kind: 'system', tenantId };
      const setUp = await read(pool, { tenantId }, (db) => configuration(db));
      return actorOf(setUp, setUp.staff.get(by) ?? (await contact(by)), dateOf(at));
    },
    forget: () => contacts.clear(),
  };
};
