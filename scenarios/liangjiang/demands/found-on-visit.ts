import { addMinutes, dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { FindingId, VisitPurpose } from '@xiaoer/domain/visit/visit';
import type { ScenarioStep } from '../../scenario.ts';
import type { Zone } from '../zone.ts';
import type { Scene } from './scene.ts';

const PURPOSES: readonly (readonly VisitPurpose[])[] = [
  ['problemSolving'],
  ['service', 'problemSolving'],
  ['policy', 'problemSolving'],
  ['theory', 'policy', 'service', 'problemSolving'],
];

/** The visit on which a demand is found, and the finding that becomes it; nothing for other channels. */
export const visitSteps = (zone: Zone, scene: Scene, start: Instant): readonly ScenarioStep[] => {
  const { visitId, enterprise, words, key } = scene;
  if (visitId === undefined) return [];
  const by = zone.staff(enterprise.officer);
  const visit = { aggregate: 'visit', id: visitId, by } as const;
  return [
    {
      ...visit,
      at: addMinutes(start, -20),
      command: {
        type: 'RecordVisit',
        visitId,
        visitorIds: [by, zone.staff(enterprise.cadre)],
        target: { kind: 'enterprise', enterpriseId: enterprise.id },
        territoryId: zone.territory(enterprise.block),
        on: dateOf(start),
        purposes: PURPOSES[key.length % PURPOSES.length] ?? ['problemSolving'],
        note: `到${enterprise.shortName}走访，收集诉求。`,
      },
    },
    {
      ...visit,
      at: addMinutes(start, 5),
      command: {
        type: 'AddFinding',
        findingId: zone.idOf<'finding'>(`finding ${key}`) as FindingId,
        text: words.findings,
        demandId: scene.demandId,
      },
    },
  ];
};
