import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused, type Decision } from '../kernel/decision.ts';
import type { EnterpriseCommand, EnterpriseContext } from './commands.ts';
import { classify, correctCreditCode, recordSize, register, rename, tag } from './decide-identity.ts';
import {
  addContact,
  addLiaison,
  assignTeamMember,
  endContact,
  endLiaison,
  handOverTeamRole,
  releaseTeamMember,
} from './decide-people.ts';
import { addSite, changeSite, closeSite } from './decide-sites.ts';
import type { EnterpriseEvent } from './events.ts';
import type { EnterpriseRefusal } from './refusals.ts';
import type { EnterpriseState } from './state.ts';

type Change<Command> = (
  state: EnterpriseState,
  command: Command,
  context: EnterpriseContext,
) => Decision<EnterpriseEvent, EnterpriseRefusal>;

/** An enterprise that has left keeps its record as it was; only its end dates may still be written down. */
const here =
  <Command>(change: Change<Command>): Change<Command> =>
  (state, command, context) =>
    state.presence.here ? change(state, command, context) : refused('enterprise.left');

/** Judges a command against an enterprise. */
export const decide = decideBy<
  EnterpriseState,
  EnterpriseCommand,
  EnterpriseEvent,
  EnterpriseRefusal,
  EnterpriseContext,
  'RegisterEnterprise'
>({
  missing: 'enterprise.unknown',
  existing: 'enterprise.exists',
  opening: { RegisterEnterprise: register },
  changing: {
    RenameEnterprise: here(rename),
    CorrectCreditCode: here(correctCreditCode),
    ClassifyEnterprise: here(classify),
    RecordEnterpriseSize: here(recordSize),
    TagEnterprise: here(tag),
    ChangeEnterpriseStage: here((state, { stage }) =>
      stage === state.stage
        ? refused('enterprise.unchanged')
        : accepted({ type: 'EnterpriseStageChanged', stage }),
    ),
    JudgeEnterpriseGrowth: here((state, { growth }) =>
      growth === state.growth
        ? refused('enterprise.unchanged')
        : accepted({ type: 'EnterpriseGrowthJudged', growth }),
    ),
    AddSite: here(addSite),
    ChangeSite: here(changeSite),
    CloseSite: here(closeSite),
    AddContact: here(addContact),
    EndContact: endContact,
    AssignTeamMember: here(assignTeamMember),
    ReleaseTeamMember: releaseTeamMember,
    HandOverTeamRole: here(handOverTeamRole),
    AddLiaison: here(addLiaison),
    EndLiaison: endLiaison,
    RecordEnterpriseLeft: here((_state, { reason }, { today }) =>
      accepted({ type: 'EnterpriseLeft', on: today, reason }),
    ),
    RecordEnterpriseReturned: (state) =>
      state.presence.here ? refused('enterprise.here') : accepted({ type: 'EnterpriseReturned' }),
  },
});
