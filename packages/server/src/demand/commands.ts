import {
  DEMAND_CHANGES,
  registerDemand,
  settleOnTheSpot,
  type DemandChange,
} from '@xiaoer/contract/demand-commands';
import type { BodyOf } from '@xiaoer/contract/route';
import type { DemandCommand, DemandCommandOf } from '@xiaoer/domain/demand/commands';

type Mint = <Id extends string>() => Id;
type ChangeBody<Type extends DemandChange> = BodyOf<(typeof DEMAND_CHANGES)[Type]>;

/** Commands whose body lacks ids: the server mints them. Every other command's body is the command. */
const MINTED: {
  readonly [Type in DemandChange]?: (
    body: ChangeBody<Type>,
    mint: Mint,
  ) => Omit<DemandCommandOf<Type>, 'type'>;
} = {
  RouteDemand: (body, mint) => ({
    ...body,
    coHandlers: body.coHandlers.map((task) => ({ ...task, taskId: mint() })),
  }),
  MakePlan: (body, mint) => ({ ...body, steps: body.steps.map((step) => ({ ...step, stepId: mint() })) }),
  CompareOptions: (body, mint) => ({
    options: body.options.map((option) => ({ ...option, optionId: mint() })),
  }),
  GiveTask: (body, mint) => ({ ...body, taskId: mint() }),
  AskEnterprise: (body, mint) => ({ ...body, taskId: mint() }),
  ReferDemand: (body, mint) => ({ ...body, referralId: mint() }),
  ReportUpwards: (body, mint) => ({ ...body, reportId: mint() }),
  GiveInstruction: (body, mint) => ({ ...body, instructionId: mint() }),
  PauseClock: (body, mint) => ({ ...body, pauseId: mint() }),
  AskExtension: (body, mint) => ({ ...body, extensionId: mint() }),
  RemindUnit: (body, mint) => ({ ...body, noticeId: mint() }),
  IssueSupervisionNotice: (body, mint) => ({ ...body, noticeId: mint() }),
};

/** The command a request's body stands for. */
export const changeOf = (type: DemandChange, body: unknown, mint: Mint): DemandCommand => {
  const minted = MINTED[type] as ((body: unknown, mint: Mint) => object) | undefined;
  return { type, ...(minted?.(body, mint) ?? (body as object)) } as DemandCommand;
};

type Registered = {
  readonly demandId: DemandCommandOf<'RegisterDemand'>['demandId'];
  readonly number: string;
};

export const registrationOf = (body: BodyOf<typeof registerDemand>, minted: Registered): DemandCommand => ({
  type: 'RegisterDemand',
  ...minted,
  ...body,
});

export const settlementOf = (body: BodyOf<typeof settleOnTheSpot>, minted: Registered): DemandCommand => ({
  type: 'SettleOnTheSpot',
  ...minted,
  ...body,
});
