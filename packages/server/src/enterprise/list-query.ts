import type { ENTERPRISE_SORTS, enterprises } from '@xiaoer/contract/enterprise';
import { SIZE_CLASSES } from '@xiaoer/domain/enterprise/size-class';
import { ENTERPRISE_GROWTHS, ENTERPRISE_STAGES } from '@xiaoer/domain/enterprise/state';
import { subtree } from '@xiaoer/domain/kernel/tree';
import { dateOf } from '@xiaoer/domain/time/instant';
import { enterpriseReach } from '../configuration/enterprise-reach.ts';
import { peopleNamed } from '../configuration/people.ts';
import { conditions, type Conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { inOrderOf, orderedPage, type Ordering } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';
import type { Cutter } from '../words/cutter.ts';
import { highlights } from '../words/highlight.ts';
import { typedLetters } from '../words/letter-key.ts';
import { syllablePattern } from '../words/pinyin.ts';
import { tsqueryOf } from '../words/tsvector.ts';
import { ITEM_COLUMNS, OPEN_DEMANDS, itemOf, officerOf, type EnterpriseRow } from './item.ts';

const CHINESE = /\p{Script=Han}/u;

/** By words of the name, initials or pinyin from any of its syllables on, or the beginning of the credit code. */
const byWords = (found: Conditions, q: string, cutter: Cutter): void => {
  const terms = cutter.queryTerms(q);
  const letters = CHINESE.test(q) ? undefined : typedLetters(q);
  const ways = [
    ...(terms.length === 0 ? [] : [`e.tsv @@ ${found.parameter(tsqueryOf(terms))}::tsquery`]),
    ...(letters === undefined
      ? []
      : [
          `e.name_syllables ~ ${found.parameter(syllablePattern(letters))}`,
          `starts_with(e.credit_code, ${found.parameter(letters.toUpperCase())})`,
        ]),
  ];
  found.plain(ways.length === 0 ? 'false' : `(${ways.join(' or ')})`);
};

const PRESENCE = { here: 'e.active', left: 'not e.active', all: 'true' } as const;

const filtered = (db: ReadDb, asked: Asked<typeof enterprises>, cutter: Cutter): Conditions => {
  const { query, actor, configuration, now } = asked;
  const found = conditions(db.scope.tenantId, 'e');
  const reach = enterpriseReach(actor, 'enterprise.read');
  found.when(reach === 'all' ? undefined : reach, (place) => `e.enterprise_id = any(${place}::uuid[])`);
  found.plain(PRESENCE[query.presence]);
  if (query.q) byWords(found, query.q, cutter);
  found.when(
    query.territory && subtree(configuration.territoryTree, query.territory),
    (place) => `e.territory_id = any(${place}::uuid[])`,
  );
  found.when(query.tag, (place) => `${place} = any(e.tags)`);
  found.when(query.stage, (place) => `e.stage = ${place}`);
  found.when(reach === 'all' ? query.growth : undefined, (place) => `e.growth = ${place}`);
  found.when(query.sizeClass, (place) => `e.size_class = ${place}`);
  found.when(query.servedBy, (place) => {
    const today = found.parameter(dateOf(now));
    return `exists (select 1 from enterprise_team t where t.tenant_id = e.tenant_id
      and t.enterprise_id = e.enterprise_id and t.person_id = ${place}
      and t.from_on <= ${today}::date and coalesce(t.to_on, ${today}::date) >= ${today}::date)`;
  });
  return found;
};

const NAME: Ordering = { by: 'e.name_initials', cast: 'text' };

/** Who does not see how an enterprise grows cannot order by it either. */
const orderingsFor = (seesAll: boolean): Readonly<Record<(typeof ENTERPRISE_SORTS)[number], Ordering>> => ({
  name: NAME,
  growth: seesAll ? inOrderOf(ENTERPRISE_GROWTHS, 'e.growth') : NAME,
  openDemands: { by: OPEN_DEMANDS, cast: 'integer' },
  stage: inOrderOf(ENTERPRISE_STAGES, 'e.stage'),
  sizeClass: inOrderOf(SIZE_CLASSES, 'e.size_class'),
});

/** A page of enterprises. */
export const enterprisePage = async (db: ReadDb, asked: Asked<typeof enterprises>, cutter: Cutter) => {
  const { query, now, configuration } = asked;
  const found = filtered(db, asked, cutter);
  const { rows, ...page } = await orderedPage<EnterpriseRow, typeof query.sort>(db, found, {
    query,
    columns: ITEM_COLUMNS,
    from: 'enterprise e',
    id: 'e.enterprise_id',
    orderings: orderingsFor(enterpriseReach(asked.actor, 'enterprise.read') === 'all'),
  });
  const officers = rows.flatMap(({ state }) => officerOf(state, now) ?? []);
  const people = await peopleNamed(db, configuration, officers);
  const terms = query.q ? cutter.queryTerms(query.q) : [];
  const items = rows.map((row) => {
    const item = itemOf(row, people, asked);
    return terms.length === 0 ? item : { ...item, highlights: [...highlights(item.name, terms)] };
  });
  return { ...page, items };
};
