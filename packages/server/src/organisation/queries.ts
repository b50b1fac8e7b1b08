import type { organisationsFile } from '@xiaoer/contract/organisation';
import { isFoundByName } from '@xiaoer/contract/words/found-by-name';
import type { Language } from '@xiaoer/domain/access/language';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import type { ReadDb } from '../db/transact.ts';
import type { Asked } from '../http/serve-read.ts';
import { nameLetters } from '../words/pinyin.ts';

type Row = { readonly version: number; readonly state: OrganisationState };

/** All units by name. */
export const unitRows = (db: ReadDb): Promise<readonly Row[]> =>
  db.query<Row>(
    'select version, state from organisation where tenant_id = $1 order by name, organisation_id',
    [db.scope.tenantId],
  );

type Placed = { readonly unit: OrganisationState; readonly above: readonly OrganisationState[] };

/** Parents before their children, each with what lies above it, from the root. */
const inTreeOrder = (units: readonly OrganisationState[]): readonly Placed[] => {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) =>
    parentId && known.has(parentId) ? parentId : undefined,
  );
  const walk = (
    parent: OrganisationState | undefined,
    above: readonly OrganisationState[],
  ): readonly Placed[] =>
    (below.get(parent?.id) ?? []).flatMap((unit) => [{ unit, above }, ...walk(unit, [...above, unit])]);
  return walk(undefined, []);
};

const shownIn = ({ name, nameEn }: OrganisationState, language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name;

const MOST_KNOWN = 10_000;
const known = new Map<string, string>();

/** Letters of a unit's name, by which its list and its file find it; read once a name, since every page asks for units. */
export const lettersOf = ({ name }: OrganisationState): string => {
  const letters = known.get(name) ?? nameLetters(name).initials;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, letters);
  return letters;
};

/** The tree of units as its page shows it; small enough to come whole. */
export const unitPage = async (
  db: ReadDb,
  { query: { q = '', language } }: Asked<typeof organisationsFile>,
) => {
  const units = inTreeOrder((await unitRows(db)).map(({ state }) => state));
  const items = units.filter(({ unit }) =>
    isFoundByName({ shown: shownIn(unit, language), letters: lettersOf(unit) }, q),
  );
  return { items, next: null, total: items.length };
};
