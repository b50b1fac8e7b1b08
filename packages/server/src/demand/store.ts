import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { DemandContext } from '@xiaoer/domain/demand/context';
import { decide } from '@xiaoer/domain/demand/decide';
import type { DemandEvent } from '@xiaoer/domain/demand/events';
import { evolve } from '@xiaoer/domain/demand/evolve';
import { factsNeeded } from '@xiaoer/domain/demand/facts-needed';
import { demandAccess } from '@xiaoer/domain/demand/permissions';
import { dueMoments } from '@xiaoer/domain/demand/projections/due-moments';
import type { DemandRefusalCode } from '@xiaoer/domain/demand/refusals';
import type { Demand } from '@xiaoer/domain/demand/state';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import { dateOf } from '@xiaoer/domain/time/instant';
import { demandSettingsOf } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';
import { holdFiles } from '../files/hold-files.ts';
import type { Cutter } from '../words/cutter.ts';
import { demandColumns } from './columns.ts';
import { lookUp } from './facts.ts';
import { namedFiles } from './named-files.ts';
import { demandProjections } from './projections.ts';
import { textWrites } from './text-writes.ts';

export type DemandStore = AggregateStore<
  Demand,
  DemandCommand,
  DemandEvent,
  DemandRefusalCode,
  DemandContext
>;

export type DemandStoreDeps = { readonly configuration: ReadConfiguration; readonly cutter: Cutter };

const contextOf = async (
  tx: Tx,
  situation: Situation<Demand, DemandCommand>,
  read: ReadConfiguration,
): Promise<DemandContext> => {
  const [{ configuration, facts }] = await Promise.all([
    lookUp(tx, read, situation),
    holdFiles(tx, namedFiles(situation.command)),
  ]);
  const settings = demandSettingsOf(configuration, dateOf(situation.now));
  invariant(settings, 'a zone opens its settings before it has demands');
  return {
    now: situation.now,
    actor: situation.actor,
    calendars: configuration.calendars,
    settings,
    facts,
  };
};

/** Keeps demands: the state, its columns, what is owed, periods, figures and due moments. */
export const demandStore = ({ configuration, cutter }: DemandStoreDeps): DemandStore => ({
  aggregate: 'demand',
  table: 'demand',
  key: 'demand_id',
  mintedUnder: 'demand_tenant_id_number_key',
  decider: { decide, evolve },
  // Files, and demands that it goes back to, are held.
  mayShare: (command) =>
    namedFiles(command).length === 0 && factsNeeded(undefined, command).demandIds.length === 0,
  access: demandAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: demandColumns,
  enterpriseOf: (demand) => demand.enterpriseId,
  dueMoments,
  projections: (change) => [...demandProjections(change), ...textWrites(change, cutter.indexTerms)],
});
