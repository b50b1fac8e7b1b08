import {
  decide,
  evolve,
  policySessionAccess,
  type PolicySessionCommand,
  type PolicySessionContext,
  type PolicySessionEvent,
  type PolicySessionRefusal,
  type PolicySessionState,
} from '@xiaoer/domain/policy-session/policy-session';
import { dateOf } from '@xiaoer/domain/time/instant';
import { activeEnterprises, activePeople, activeUnits } from '../configuration/active.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type PolicySessionStore = AggregateStore<
  PolicySessionState,
  PolicySessionCommand,
  PolicySessionEvent,
  PolicySessionRefusal,
  PolicySessionContext
>;

const contextOf = async (
  tx: Tx,
  { command, now, actor }: Situation<PolicySessionState, PolicySessionCommand>,
  read: ReadConfiguration,
): Promise<PolicySessionContext> => {
  const configuration = await read(tx);
  const said = command.type === 'StrikePolicySession' ? undefined : command;
  return {
    now,
    today: dateOf(now),
    actor,
    activeUnitIds: activeUnits(configuration, [said?.organiserUnitId]),
    activePersonIds: await activePeople(tx, configuration, said?.speakerIds ?? []),
    knownEnterpriseIds: await activeEnterprises(tx, said?.enterpriseIds ?? []),
  };
};

/** Keeps policy sessions held for enterprises. */
export const policySessionStore = (configuration: ReadConfiguration): PolicySessionStore => ({
  aggregate: 'policy-session',
  table: 'policy_session',
  key: 'policy_session_id',
  decider: { decide, evolve },
  access: policySessionAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: ({ on, organiserUnitId, standing }) => ({
    held_on: on,
    organiser_unit_id: organiserUnitId,
    counts: standing.counts,
  }),
});
