import { accepted, refused } from '../kernel/decision.ts';
import { LINE_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { EnterpriseCommand, EnterpriseContext, SiteFields } from './commands.ts';
import type { EnterpriseState, Site } from './state.ts';

type Named<Type extends EnterpriseCommand['type']> = Extract<EnterpriseCommand, { type: Type }>;

const MOST_POWER_KVA = 10_000_000;

export const site = ({ siteId, name, territoryId, address, tenure, powerLoadKva }: SiteFields): Site => ({
  siteId,
  name,
  territoryId,
  address,
  tenure,
  powerLoadKva,
  open: true,
});

/** `place`: where the command holds them, so that a refusal is said at the very field. */
export const siteObjection = (
  { name, address, territoryId, powerLoadKva }: SiteFields,
  context: EnterpriseContext,
  place: 'site.' | '' = '',
) => {
  const text = textProblem({
    [`${place}name`]: { value: name, limit: NAME_LENGTH },
    [`${place}address`]: { value: address, limit: LINE_LENGTH },
  });
  if (text !== undefined) return refused('enterprise.text-invalid', text);
  if (!context.activeTerritoryIds.includes(territoryId))
    return refused('enterprise.territory-unknown', { field: `${place}territoryId` });
  const sound = powerLoadKva === undefined || (powerLoadKva >= 0 && powerLoadKva <= MOST_POWER_KVA);
  return sound
    ? undefined
    : refused('enterprise.power-load-invalid', { field: `${place}powerLoadKva`, most: MOST_POWER_KVA });
};

const siteOf = (state: EnterpriseState, siteId: Site['siteId']): Site | undefined =>
  state.sites.find((candidate) => candidate.siteId === siteId);

export const addSite = (state: EnterpriseState, command: Named<'AddSite'>, context: EnterpriseContext) => {
  if (siteOf(state, command.siteId) !== undefined) return refused('enterprise.site-exists');
  return siteObjection(command, context) ?? accepted({ type: 'SiteAdded' as const, site: site(command) });
};

export const changeSite = (
  state: EnterpriseState,
  command: Named<'ChangeSite'>,
  context: EnterpriseContext,
) => {
  const known = siteOf(state, command.siteId);
  if (known === undefined) return refused('enterprise.site-unknown');
  if (!known.open) return refused('enterprise.site-closed');
  return siteObjection(command, context) ?? accepted({ type: 'SiteChanged' as const, site: site(command) });
};

/** The last open site stays: without one nobody's territory would reach the enterprise. */
export const closeSite = (state: EnterpriseState, { siteId }: Named<'CloseSite'>) => {
  const known = siteOf(state, siteId);
  if (known === undefined) return refused('enterprise.site-unknown');
  if (!known.open) return refused('enterprise.site-closed');
  const others = state.sites.some((other) => other.open && other.siteId !== siteId);
  return others ? accepted({ type: 'SiteClosed' as const, siteId }) : refused('enterprise.last-site');
};
