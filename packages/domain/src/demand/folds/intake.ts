import { defined, without } from '../defined.ts';
import type { Registered } from '../state.ts';
import { firstClocks, withCore, type Folds, type RecordedEventOf } from './fold.ts';

/** The first event of every demand. */
export const registered = (event: RecordedEventOf<'DemandRegistered'>): Registered =>
  defined({
    status: 'registered',
    id: event.demandId,
    number: event.number,
    registeredAt: event.at,
    channel: event.channel,
    source: event.source,
    enterpriseId: event.enterpriseId,
    projectId: event.projectId,
    particulars: event.particulars,
    urgency: event.urgency,
    productionStopped: event.productionStopped,
    files: event.files,
    hiding: event.hiding,
    owner: event.owner,
    firstContact: event.owner,
    declinedBy: [],
    handledBy: [],
    clocks: firstClocks(event.terms),
    extensions: 0,
    interims: [],
    tasks: [],
    enterpriseTasks: [],
    reports: [],
    instructions: [],
    seenBy: [],
    notices: [],
    verdicts: [],
    rejections: 0,
    parentId: event.parentId,
    subDemands: [],
    absorbed: [],
    recurrenceOf: event.recurrenceOf,
  });

export const intakeFolds: Folds<
  | 'DemandEdited'
  | 'SupplementAdded'
  | 'ConfidentialitySet'
  | 'ConfidentialityLifted'
  | 'DemandAbsorbed'
  | 'RecurrenceLinked'
  | 'DemandPackaged'
  | 'DemandUnpackaged'
  | 'SubDemandAdded'
  | 'SubDemandClosed'
> = {
  DemandEdited: (demand, { changes }) =>
    withCore(demand, { particulars: { ...demand.particulars, ...changes } }),
  SupplementAdded: (demand, { files }) => withCore(demand, { files: [...demand.files, ...files] }),
  ConfidentialitySet: (demand, { hiding }) => withCore(demand, { hiding }),
  ConfidentialityLifted: (demand) => without(demand, 'hiding') as typeof demand,
  DemandAbsorbed: (demand, { from, timesOccurred }) =>
    withCore(demand, {
      absorbed: [...demand.absorbed, from],
      particulars: {
        ...demand.particulars,
        timesOccurred: demand.particulars.timesOccurred + timesOccurred,
      },
    }),
  RecurrenceLinked: (demand, { to }) => withCore(demand, { recurrenceOf: to }),
  DemandPackaged: (demand, { packageId }) => withCore(demand, { packageId }),
  DemandUnpackaged: (demand) => without(demand, 'packageId') as typeof demand,
  SubDemandAdded: (demand, { demandId }) =>
    withCore(demand, { subDemands: [...demand.subDemands, { demandId, closed: false }] }),
  SubDemandClosed: (demand, { demandId }) =>
    withCore(demand, {
      subDemands: demand.subDemands.map((sub) =>
        sub.demandId === demandId ? { demandId, closed: true } : sub,
      ),
    }),
};
