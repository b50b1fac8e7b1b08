import { addMinutes, assertInstant } from '@xiaoer/domain/time/instant';
import type { PlannedDemand } from '../demands/general-demands.ts';
import type { ScenarioStep } from '../../scenario.ts';
import type { Zone } from '../zone.ts';

/** Before the first of the needs is registered. */
const OPENED_AT = assertInstant('2022-06-28T09:02:00.000+08:00');

/** Case 5: the package under one responsible lead; every need joins it as soon as it is registered. */
export const packageSteps = (zone: Zone, needs: readonly PlannedDemand[]): readonly ScenarioStep[] => {
  const packageId = zone.idOf<'package'>('package of titanium');
  const enterprise = zone.enterprise('titanium');
  const by = zone.staff('clerkOne');
  const ofPackage = { aggregate: 'package', id: packageId, by } as const;
  return [
    {
      ...ofPackage,
      at: OPENED_AT,
      command: {
        type: 'OpenPackage',
        packageId,
        number: '20220628-PKG36',
        enterpriseId: enterprise.id,
        title: '钛衡铸造投产三十六项需求',
        lead: { unitId: zone.unit('longxing'), personId: zone.staff('longxingManager') },
      },
    },
    ...needs.map(({ demandId, start }): ScenarioStep => ({
      ...ofPackage,
      at: addMinutes(start, 1),
      command: { type: 'AddDemandToPackage', demandId },
    })),
  ];
};
