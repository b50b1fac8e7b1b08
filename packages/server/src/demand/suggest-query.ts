import type { suggestDemand } from '@xiaoer/contract/demand-suggestion';
import { isStaff } from '@xiaoer/domain/access/judge';
import { unitFor } from '@xiaoer/domain/catalogue/unit-for';
import { REMITS } from '@xiaoer/domain/demand/vocabulary';
import type { OrganisationId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { settingOn } from '@xiaoer/domain/settings/settings-on';
import type { Feature } from '@xiaoer/domain/settings/state';
import { suggest } from '@xiaoer/domain/suggestion/suggest';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { z } from 'zod';
import { isActiveUnit } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import type { Aspect } from '../suggestion/aspects.ts';
import type { Judges } from '../suggestion/model-rows.ts';
import { duplicatesOf, type Asked } from './duplicates-query.ts';

type Suggested = z.input<typeof suggestDemand.response>;
type SuggestAsked = Asked & {
  readonly title: string;
  readonly territoryId: TerritoryId | undefined;
  readonly judges: Judges;
};

const isOn = ({ configuration: { settings }, now }: SuggestAsked, feature: Feature): boolean =>
  settings !== undefined && settingOn(settings, 'features', dateOf(now))[feature];

const judged = (asked: SuggestAsked, aspect: Aspect) => {
  if (!isOn(asked, 'suggestions')) return undefined;
  const { judges, cutter, title, text } = asked;
  const judge = judges[aspect];
  return judge && suggest(judge, cutter.tokens(`${title} ${text}`.trim()));
};

const categoryOf = (asked: SuggestAsked): Suggested['category'] => {
  const found = judged(asked, 'category');
  if (found === undefined || asked.configuration.catalogue.get(found.label)?.active !== true) return null;
  return { key: found.label, confidence: found.confidence, words: [...found.words] };
};

const remitOf = (asked: SuggestAsked): Suggested['remit'] => {
  const found = judged(asked, 'remit');
  const remit = REMITS.find((one) => one === found?.label);
  return found === undefined || remit === undefined ? null : { remit, confidence: found.confidence };
};

const unitOf = (asked: SuggestAsked, category: string | undefined): Suggested['unit'] => {
  const { configuration, territoryId, now } = asked;
  const named = (id: OrganisationId, confidence: number | null) => ({
    id,
    name: configuration.organisations.get(id)?.name ?? '',
    confidence,
  });
  const found = judged(asked, 'unit');
  const learned = found?.label as OrganisationId | undefined;
  if (found !== undefined && learned !== undefined && isActiveUnit(configuration, learned))
    return named(learned, found.confidence);
  if (category === undefined) return null;
  const territoryPath = territoryId === undefined ? [] : pathToRoot(configuration.territoryTree, territoryId);
  const unit = unitFor(configuration.catalogue, { category, territoryPath, on: dateOf(now) });
  return unit === undefined ? null : named(unit, null);
};

/** What a text is likely about. An asker is told the category only: remit, unit and other cases are the zone's matter. */
export const suggestionFor = async (db: ReadDb, asked: SuggestAsked): Promise<Suggested> => {
  const category = categoryOf(asked);
  if (!isStaff(asked.actor)) return { category, remit: null, unit: null, duplicates: [] };
  const key = asked.category ?? category?.key;
  const warns = isOn(asked, 'duplicateWarnings');
  const duplicates = warns ? await duplicatesOf(db, { ...asked, category: key }) : [];
  return {
    category,
    remit: remitOf(asked),
    unit: unitOf(asked, key),
    duplicates: duplicates.map((one) => ({ ...one, sharedWords: [...one.sharedWords] })),
  };
};
