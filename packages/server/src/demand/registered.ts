import type { DemandEvent } from '@xiaoer/domain/demand/events';
import type { RecordedDemandEvent } from '@xiaoer/domain/demand/evolve';
import {
  commandAt,
  dueMoments,
  LADDER_BEYOND,
  ladderAgain,
  type DueMoment,
} from '@xiaoer/domain/demand/projections/due-moments';
import type { LadderContext } from '@xiaoer/domain/demand/ladder';
import type { NoticeId } from '@xiaoer/domain/demand/parts';
import type { Demand } from '@xiaoer/domain/demand/state';
import { demandNotice, type NoticeRecipient } from '@xiaoer/domain/reactions/demand-notices';
import { demandReactions } from '@xiaoer/domain/reactions/demand-reactions';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { demandSettingsOf } from '../configuration/configuration.ts';
import type { Tx } from '../db/transact.ts';
import { registered, type NoticeDraft, type RegisteredAggregate } from '../workers/registry.ts';
import { recipientsOf } from './recipients.ts';
import type { DemandStore, DemandStoreDeps } from './store.ts';

type Deps = DemandStoreDeps & { readonly newId: () => string };

const factsOf = ({ number, particulars }: Demand) => ({ number, title: particulars.title });

const drafts = async (
  tx: Tx,
  deps: Deps,
  told: {
    readonly kind: string;
    readonly to: readonly NoticeRecipient[];
    readonly demand: Demand;
    readonly now: Instant;
  },
): Promise<readonly NoticeDraft[]> => {
  const place = { configuration: await deps.configuration(tx), now: told.now };
  const people = await recipientsOf(tx, place, told);
  return people.map((personId) => ({ personId, kind: told.kind, facts: factsOf(told.demand) }));
};

/** What a demand's moments go by; undefined before the settings are opened. */
const ladderContext = async (tx: Tx, deps: Deps, now: Instant): Promise<LadderContext | undefined> => {
  const { calendars, ...configuration } = await deps.configuration(tx);
  const settings = demandSettingsOf({ calendars, ...configuration }, dateOf(now));
  return settings && { calendars, settings };
};

const owes = ({ work }: Extract<DueMoment, { kind: 'work' }>): readonly NoticeRecipient[] => {
  if (work.from === 'enterprise') return [{ kind: 'enterprise' }];
  return work.holder === undefined ? [{ kind: 'desk' }] : [{ kind: 'holder', holder: work.holder }];
};

/** Demands as the workers know them: what a due moment does, and who is told of an event. */
export const registeredDemand = (store: DemandStore, deps: Deps): RegisteredAggregate =>
  registered(store, {
    reached: async (tx, { step, state, now }) => {
      const demand = state as Demand;
      const context = await ladderContext(tx, deps, now);
      if (context === undefined) return { notices: [] };
      if (step === LADDER_BEYOND) return { notices: [], moments: ladderAgain(demand, context, now) };
      const moment = dueMoments(demand, context).find((one) => one.step === step);
      if (moment === undefined) return { notices: [] };
      const command = commandAt(moment, deps.newId() as NoticeId);
      if (command !== undefined || moment.kind !== 'work') return { command, notices: [] };
      return { notices: await drafts(tx, deps, { kind: 'workDue', to: owes(moment), demand, now }) };
    },
    reactions: async (_tx, { event, state }) =>
      demandReactions(event as unknown as RecordedDemandEvent, state as Demand),
    notices: async (tx, { event, state }) => {
      const demand = state as Demand;
      const notice = demandNotice(event as unknown as DemandEvent, demand);
      return notice === undefined ? [] : drafts(tx, deps, { ...notice, demand, now: event.at });
    },
  });
