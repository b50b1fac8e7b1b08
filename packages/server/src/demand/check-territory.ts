import type { Problem } from '@xiaoer/contract/problem';
import type { TerritoryId } from '@xiaoer/domain/kernel/ids';
import type { Configuration } from '../configuration/configuration.ts';
import { problemOf } from '../http/problem.ts';

type Asked = { readonly setUp: Configuration; readonly body: unknown };
type Placed = { readonly territoryId?: TerritoryId };

/** A demand somewhere that is nowhere would be in nobody's reach. */
export const checkTerritory = ({ setUp, body }: Asked): Problem | undefined => {
  const parts = body as { readonly particulars?: Placed; readonly changes?: Placed };
  for (const part of ['particulars', 'changes'] as const) {
    const id = parts[part]?.territoryId;
    if (id === undefined || setUp.territories.has(id)) continue;
    const pointer = `/body/${part}/territoryId`;
    return problemOf('request.invalid', { errors: [{ pointer, code: 'field.invalid-value' }] });
  }
  return undefined;
};
