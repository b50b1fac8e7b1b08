import type { Configuration } from '../../configuration/configuration.ts';

/** Who signs the zone's documents: the organisation at the top of its own tree. */
export const issuerOf = ({ organisations }: Configuration): string => {
  const own = [...organisations.values()].filter(
    ({ parentId, standing }) => parentId === undefined && standing.active,
  );
  return (own.find(({ kind }) => kind === 'zoneOffice') ?? own[0])?.name ?? '';
};
