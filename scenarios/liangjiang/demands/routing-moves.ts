import { dateOf } from '@xiaoer/domain/time/instant';
import { byClerk, byContact, byFirstContact, byHandler, byHead } from './parts.ts';
import type { Move } from './scene.ts';

const DECLINE_REASONS = ['该事项不属本单位职责，应由管养单位办理', '涉及资产权属，应由产权管理单位牵头'];

/** Intake and routing. */
export const routingMoves = {
  register: {
    by: ({ registrarId }) => registrarId,
    command: (scene) => ({
      type: 'RegisterDemand',
      demandId: scene.demandId,
      number: scene.number,
      channel: scene.channel,
      source: {
        ...(scene.reference !== undefined && { reference: scene.reference }),
        ...(scene.visitId !== undefined && { visitId: scene.visitId }),
        ...(scene.original !== undefined && { original: scene.original }),
      },
      enterpriseId: scene.enterprise.id,
      ...(scene.recurrenceOf !== undefined && { recurrenceOf: scene.recurrenceOf }),
      ...(scene.hiding !== undefined && { hiding: scene.hiding }),
      particulars: scene.particulars,
      urgency: scene.urgency,
      productionStopped: scene.productionStopped,
      files: [],
    }),
  },
  contact: {
    by: byFirstContact,
    command: ({ enterprise }) => ({
      type: 'RecordContact',
      note: `已电话联系${enterprise.contactName}，核对情况。`,
    }),
  },
  supplement: {
    by: byContact,
    command: () => ({
      type: 'AddSupplement',
      text: '补充：现场照片已交店小二，方便时可直接到厂。',
      files: [],
    }),
  },
  edit: {
    by: byClerk,
    command: ({ particulars }) => ({
      type: 'EditDemand',
      changes: { tags: [...particulars.tags, '重点关注'] },
    }),
  },
  remitOwn: {
    by: byClerk,
    command: () => ({ type: 'DecideRemit', remit: 'own', reason: '属集团职责范围' }),
  },
  remitOutside: {
    by: byClerk,
    command: ({ body }) => ({
      type: 'DecideRemit',
      remit: 'outside',
      reason: `超出集团职责，属${body?.name ?? '外单位'}`,
    }),
  },
  route: {
    by: byClerk,
    command: ({ cast }) => ({
      type: 'RouteDemand',
      lead: { unitId: cast.units[0].unitId },
      coHandlers: [],
      note: '按职责目录分办',
    }),
  },
  routeByOwner: {
    by: byFirstContact,
    command: ({ cast }) => ({
      type: 'RouteDemand',
      lead: { unitId: cast.units[0].unitId },
      coHandlers: [],
      note: '首问移交',
    }),
  },
  routeSecond: {
    by: byClerk,
    command: ({ cast }) => ({
      type: 'RouteDemand',
      lead: { unitId: cast.units[1].unitId },
      coHandlers: [],
      note: '改派',
    }),
  },
  accept: {
    by: byHandler,
    command: (_, { lead }) => ({ type: 'AcceptDemand', personId: lead.handlerId }),
  },
  acceptByHead: {
    by: byHead,
    command: (_, { lead }) => ({ type: 'AcceptDemand', personId: lead.handlerId }),
  },
  decline: {
    by: byHead,
    command: (_, { turn }) => ({ type: 'DeclineDemand', reason: DECLINE_REASONS[turn % 2] ?? '' }),
  },
  declineTooLate: {
    by: byHead,
    command: () => ({ type: 'DeclineDemand', reason: '经研究不属本单位职责' }),
    refusedWith: 'demand.decline-too-late',
  },
  declineFixed: {
    by: byHead,
    command: () => ({ type: 'DeclineDemand', reason: '仍认为不属本单位职责' }),
    refusedWith: 'demand.unit-fixed',
  },
  conclude: {
    by: byClerk,
    command: ({ cast }, { at }) => ({
      type: 'ConcludeConsultation',
      heldOn: dateOf(at),
      unitIds: cast.units.map(({ unitId }) => unitId),
      minutes: '会商议定：由责任单位牵头办理，其他单位配合，不得再退回。',
      lead: { unitId: cast.units[2].unitId },
    }),
  },
  concludeAgain: {
    by: ({ cast }) => cast.leaderId,
    command: ({ cast }, { at }) => ({
      type: 'ConcludeConsultation',
      heldOn: dateOf(at),
      unitIds: cast.units.map(({ unitId }) => unitId),
      minutes: '两次未获认可，会商议定由分管领导督办，原责任单位重新制定做法。',
      lead: { unitId: cast.units[2].unitId },
    }),
  },
  withdraw: {
    by: byContact,
    command: () => ({
      type: 'WithdrawDemand',
      askersWords: '情况已变化，我司自行解决，申请撤回。',
      proof: [],
    }),
  },
  merge: {
    by: byClerk,
    command: ({ mergesInto, demandId }) => ({
      type: 'MergeDemand',
      into: mergesInto ?? demandId,
      reason: '与在办事项为同一问题，合并办理',
    }),
  },
} as const satisfies Readonly<Record<string, Move>>;
