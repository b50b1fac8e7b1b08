import {
  decide,
  evolve,
  projectAccess,
  type ProjectCommand,
  type ProjectContext,
  type ProjectEvent,
  type ProjectRefusal,
  type ProjectState,
} from '@xiaoer/domain/project/project';
import { dateOf } from '@xiaoer/domain/time/instant';
import { activeEnterprises, activeTerritories, activeUnits } from '../configuration/active.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';
import { letterKey } from '../words/letter-key.ts';
import { nameLetters } from '../words/pinyin.ts';

export type ProjectStore = AggregateStore<
  ProjectState,
  ProjectCommand,
  ProjectEvent,
  ProjectRefusal,
  ProjectContext
>;

const contextOf = async (
  tx: Tx,
  { command, now, actor }: Situation<ProjectState, ProjectCommand>,
  read: ReadConfiguration,
): Promise<ProjectContext> => {
  const configuration = await read(tx);
  const named = command.type === 'RegisterProject' || command.type === 'CorrectProject' ? command : undefined;
  return {
    now,
    today: dateOf(now),
    actor,
    activeUnitIds: activeUnits(configuration, [named?.unitId]),
    activeTerritoryIds: activeTerritories(configuration, [named?.territoryId]),
    knownEnterpriseIds: await activeEnterprises(tx, [named?.enterpriseId]),
  };
};

/** Keeps projects with the stage they have reached. */
export const projectStore = (configuration: ReadConfiguration): ProjectStore => ({
  aggregate: 'project',
  table: 'project',
  key: 'project_id',
  decider: { decide, evolve },
  access: projectAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: (project) => ({
    name: project.name,
    name_initials: letterKey(nameLetters(project.name)),
    investment: project.investment,
    stage: project.stage,
    since: project.since,
    unit_id: project.unitId,
    territory_id: project.territoryId ?? null,
    enterprise_id: project.enterpriseId ?? null,
    in_library: project.standing.inLibrary,
  }),
  enterpriseOf: ({ enterpriseId }) => enterpriseId,
});
