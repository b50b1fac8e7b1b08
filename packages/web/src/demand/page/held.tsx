import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { Holder } from '@xiaoer/domain/demand/parts';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { Owner } from '../../ui/owner.tsx';

type Named = Pick<AnswerBody<typeof demandDetail>, 'units' | 'people'>;

/** A holder as everywhere: unit, then person. */
export const Held = ({
  holder,
  detail,
}: {
  readonly holder: Holder;
  readonly detail: Named;
}): ReactElement => (
  <Owner
    unit={detail.units[holder.unitId] ?? ''}
    {...(holder.personId === undefined ? {} : { person: detail.people[holder.personId] ?? '' })}
  />
);
