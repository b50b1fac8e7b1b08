import { beforeAll, describe, expect, it } from 'vitest';
import { LIST_KINDS } from '@xiaoer/contract/lists';
import { ROUTES } from '@xiaoer/contract/routes';
import type { DemandEventFields, DemandEventType } from '@xiaoer/domain/demand/events';
import type { HoldsInternalText } from '@xiaoer/domain/demand/texts';
import { read } from '../../db/transact.ts';
import { openOoxml, DOCUMENT_ZIP_LIMITS, readPart } from '../../files/ooxml.ts';
import { testHouse } from '../../testing/test-house.ts';
import { reachDueMoments } from '../../workers/due-moments.ts';
import { drainOutbox } from '../../workers/outbox.ts';
import { FILE_READERS } from './file-readers.ts';

type InternalFieldOf<Type extends DemandEventType> = {
  [Field in keyof DemandEventFields[Type]]-?: [HoldsInternalText<DemandEventFields[Type][Field]>] extends [
    false,
  ]
    ? never
    : Field;
}[keyof DemandEventFields[Type]];

/** Every field that carries internal words. A new one does not compile until it is named here, and then must be filled below. */
const INTERNAL: {
  readonly [Type in DemandEventType as [InternalFieldOf<Type>] extends [never] ? never : Type]: Readonly<
    Record<InternalFieldOf<Type>, true>
  >;
} = {
  DemandRegistered: { source: true },
  RemitDecided: { reason: true },
  DemandRouted: { note: true },
  DemandDeclined: { reason: true },
  ConsultationConcluded: { minutes: true },
  ContactRecorded: { note: true },
  StepCompleted: { note: true },
  SiteVisited: { findings: true },
  OptionsCompared: { options: true },
  NoteAdded: { note: true },
  TaskGiven: { text: true },
  TaskCompleted: { note: true },
  TaskCancelled: { reason: true },
  DemandReferred: { letter: true },
  OutsideAnswerFiled: { text: true },
  ReferralRecalled: { reason: true },
  ReportedUpwards: { to: true, text: true },
  InstructionGiven: { text: true },
  InstructionCarriedOut: { note: true },
  DemandReclassified: { reason: true },
  ClockPaused: { note: true },
  ClockResumed: { note: true },
  ExtensionAsked: { reason: true },
  ExtensionRefused: { reason: true },
  AnswerReturned: { reason: true },
  CallBackMade: { note: true },
  DemandMerged: { reason: true },
  ReturnVisitMade: { note: true },
  ConditionsReviewed: { note: true },
  ReminderSent: { text: true },
  SupervisionNoticeIssued: { text: true },
  SupervisionNoticeAnswered: { text: true },
  ConfidentialitySet: { reason: true },
  ConfidentialityLifted: { reason: true },
  DemandUnpackaged: { reason: true },
};
const FIELDS = Object.entries(INTERNAL).flatMap(([type, fields]) =>
  Object.keys(fields).map((field) => `${type}.${field}`),
);

const markOf = (field: string): string => `[${field}]`;
const OUTWARD = '[outward]';

const house = await testHouse();
const { as, units, people, territories, enterpriseId, clock } = house;
type Who = keyof typeof as;

const workers = {
  pool: house.pool,
  newId: house.deps.newId,
  registry: house.registry,
  onRefused: () => undefined,
};
const work = async (): Promise<void> => {
  await reachDueMoments(workers, clock.now);
  await drainOutbox(workers, clock.now);
  await drainOutbox(workers, clock.now);
};

type Detail = {
  item: { version: number; number: string };
  demand: {
    tasks: { taskId: string }[];
    instructions: { instructionId: string }[];
    plan?: { steps: { stepId: string }[] };
  };
  story: { type: string; data: { noticeId?: string } }[];
};
const detailOf = async (id: string) => (await as.desk.get<Detail>(`/api/demands/${id}`)).body;

const act = async (who: Who, path: string, body: object = {}): Promise<void> => {
  const [id = ''] = path.split('/');
  const { version } = (await detailOf(id)).item;
  const { status, body: said } = await as[who].post(`/api/demands/${path}`, body, { version });
  expect([path, status, said]).toEqual([path, 200, said]);
  await work();
};

const register = async (title: string): Promise<string> => {
  const { status, body } = await as.officer.post('/api/demands', {
    channel: 'message',
    source: { original: markOf('DemandRegistered.source') },
    enterpriseId,
    particulars: { title, text: `${title}${OUTWARD}`, category: 'roads', territoryId: territories.park },
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.id;
};

const wordsOf = async (file: Buffer): Promise<string> => {
  const opened = await openOoxml(file, DOCUMENT_ZIP_LIMITS);
  if (!opened.accepted) return file.toString('utf8');
  const { archive } = opened.value;
  const parts = [...archive.names].filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  const texts = await Promise.all(parts.map((name) => readPart(archive, name)));
  return texts.map((text) => text.replaceAll(/<[^>]+>/gu, '')).join('\n');
};

const filesOf = (kinds: readonly string[]): readonly string[] =>
  kinds.flatMap((kind) =>
    ['xlsx', 'docx'].map((format) => `/api/lists/${kind}/export?show=all&format=${format}`),
  );

/** Files of many demands, by their routes. Nobody may take more than so many a minute: all in one stand for each. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  '/api/lists/{kind}/export': filesOf(['all']),
  '/api/demands/export': ['xlsx', 'csv'].map((format) => `/api/demands/export?show=all&format=${format}`),
};

/** What was found in each file, by its route: marks, and whether the demand stands in it at all. */
const found = new Map<string, { readonly marks: Set<string>; hasDemand: boolean; taken: number }>();

const take = async (route: string, url: string, sign: string): Promise<void> => {
  const { status, body } = await as.desk.download(url);
  expect([url, [200, 404].includes(status)]).toEqual([url, true]);
  if (status === 404) return;
  const words = await wordsOf(body);
  const entry = found.get(route) ?? { marks: new Set<string>(), hasDemand: false, taken: 0 };
  entry.taken += 1;
  entry.hasDemand ||= words.includes(sign);
  for (const field of FIELDS) if (words.includes(markOf(field))) entry.marks.add(field);
  found.set(route, entry);
};

/** Takes every file there is of the demand as it stands now. */
const takeAll = async (id: string): Promise<void> => {
  clock.advance(2);
  const { number } = (await detailOf(id)).item;
  for (const [route, urls] of Object.entries(LISTS)) for (const url of urls) await take(route, url, number);
  for (const file of ['referral-sheet', 'liaison-letter'])
    await take(`/api/demands/{id}/${file}`, `/api/demands/${id}/${file}`, number);
};

const unit = { one: { unitId: units.one }, two: { unitId: units.two } };
const due = '2022-06-08';

/** Declined twice, consulted on, instructed, supervised, answered, called back and visited again. */
const tellTheLongStory = async (id: string): Promise<void> => {
  const note = (field: string) => ({ note: markOf(field) });
  const reason = (field: string) => ({ reason: markOf(field) });
  await act('desk', `${id}/decide-remit`, { remit: 'own', ...reason('RemitDecided.reason') });
  const coHandlers = [{ to: unit.two, text: markOf('TaskGiven.text'), due }];
  await act('desk', `${id}/route`, { lead: unit.one, coHandlers, ...note('DemandRouted.note') });
  await takeAll(id);
  await act('headOne', `${id}/decline`, reason('DemandDeclined.reason'));
  await act('desk', `${id}/route`, { lead: unit.two, ...note('DemandRouted.note') });
  await act('headTwo', `${id}/decline`, reason('DemandDeclined.reason'));
  await takeAll(id);
  const minutes = markOf('ConsultationConcluded.minutes');
  const held = { heldOn: '2022-06-01', unitIds: [units.one, units.two], minutes, lead: unit.one };
  await act('desk', `${id}/conclude-consultation`, held);
  await act('headOne', `${id}/accept`, { personId: people.handlerOne });
  await act('handlerOne', `${id}/record-contact`, note('ContactRecorded.note'));
  const findings = markOf('SiteVisited.findings');
  const visited = { visitedOn: '2022-06-01', personIds: [people.handlerOne], findings };
  await act('handlerOne', `${id}/record-site-visit`, visited);
  const option = { title: '换灯', costToEnterpriseFen: 0, days: 2, feasibility: 'high', risk: 'low' };
  const options = [1, 2].map(() => ({ ...option, ...note('OptionsCompared.options') }));
  await act('handlerOne', `${id}/compare-options`, { options });
  await act('inspector', `${id}/add-note`, note('NoteAdded.note'));
  const [first] = (await detailOf(id)).demand.tasks;
  await act('handlerTwo', `${id}/complete-task`, { taskId: first?.taskId, ...note('TaskCompleted.note') });
  await act('desk', `${id}/give-task`, { to: unit.two, text: markOf('TaskGiven.text'), due });
  const second = (await detailOf(id)).demand.tasks.at(-1);
  await act('desk', `${id}/cancel-task`, { taskId: second?.taskId, ...reason('TaskCancelled.reason') });
  const report = { to: markOf('ReportedUpwards.to'), text: markOf('ReportedUpwards.text') };
  await act('handlerOne', `${id}/report-upwards`, report);
  const text = markOf('InstructionGiven.text');
  await act('leader', `${id}/give-instruction`, { leaderId: people.leader, to: unit.one, text, due });
  const [{ instructionId } = {}] = (await detailOf(id)).demand.instructions;
  const carriedOut = { instructionId, ...note('InstructionCarriedOut.note') };
  await act('handlerOne', `${id}/carry-out-instruction`, carriedOut);
  const urgent = { urgency: 'urgent', productionStopped: false, ...reason('DemandReclassified.reason') };
  await act('desk', `${id}/reclassify`, urgent);
  await act('handlerOne', `${id}/ask-extension`, { workdays: 1, ...reason('ExtensionAsked.reason') });
  await act('desk', `${id}/refuse-extension`, reason('ExtensionRefused.reason'));
  await act('handlerOne', `${id}/pause`, { reason: 'awaitingEnterprise', ...note('ClockPaused.note') });
  await act('handlerOne', `${id}/resume`, note('ClockResumed.note'));
  await act('desk', `${id}/remind`, { text: markOf('ReminderSent.text') });
  const notice = { number: '督〔2022〕1号', text: markOf('SupervisionNoticeIssued.text'), due };
  await act('inspector', `${id}/issue-supervision-notice`, notice);
  const { story } = await detailOf(id);
  const noticeId = story.find(({ type }) => type === 'SupervisionNoticeIssued')?.data.noticeId;
  const answered = { noticeId, text: markOf('SupervisionNoticeAnswered.text') };
  await act('handlerOne', `${id}/answer-supervision-notice`, answered);
  const hiding = { unitIds: [], personIds: [people.guide] };
  await act('desk', `${id}/set-confidential`, { hiding, ...reason('ConfidentialitySet.reason') });
  await takeAll(id);
  await act('desk', `${id}/lift-confidentiality`, reason('ConfidentialityLifted.reason'));
  await act('handlerOne', `${id}/make-plan`, { summary: '更换灯具', steps: [{ text: '换灯', due }] });
  const stepId = (await detailOf(id)).demand.plan?.steps[0]?.stepId;
  await act('handlerOne', `${id}/complete-step`, { stepId, ...note('StepCompleted.note') });
  await takeAll(id);
  const answer = { answer: { conclusion: 'solved', text: '灯已更换。' } };
  await act('handlerOne', `${id}/submit-answer`, answer);
  await act('headOne', `${id}/return-answer`, reason('AnswerReturned.reason'));
  await act('handlerOne', `${id}/submit-answer`, answer);
  await act('headOne', `${id}/approve-answer`);
  await act('desk', `${id}/open-call-back`);
  const verdict = { grade: 'satisfied', solved: 'solved' };
  await act('inspector', `${id}/record-call-back`, {
    result: 'reached',
    verdict,
    ...note('CallBackMade.note'),
  });
  await act('desk', `${id}/record-return-visit`, {
    kind: 'phone',
    holds: true,
    ...note('ReturnVisitMade.note'),
  });
  await takeAll(id);
};

/** Referred twice, answered from outside. */
const tellOfTheBodyOutside = async (id: string): Promise<void> => {
  await act('desk', `${id}/decide-remit`, { remit: 'outside', reason: markOf('RemitDecided.reason') });
  const letter = markOf('DemandReferred.letter');
  const referral = { body: { name: '市供电公司' }, letterNumber: '函〔2022〕1号', letter, due };
  await act('desk', `${id}/refer`, referral);
  await act('desk', `${id}/recall-referral`, { reason: markOf('ReferralRecalled.reason') });
  await act('desk', `${id}/refer`, { ...referral, letterNumber: '函〔2022〕2号' });
  await takeAll(id);
  const text = markOf('OutsideAnswerFiled.text');
  await act('desk', `${id}/file-outside-answer`, { text, via: 'oneTimeLink', answeredOn: '2022-06-01' });
  await takeAll(id);
};

/** Closed for want of conditions, which are looked at again. */
const tellOfConditions = async (id: string): Promise<void> => {
  await act('desk', `${id}/route`, { lead: unit.one });
  await act('headOne', `${id}/accept`, { personId: people.handlerOne });
  const answer = { conclusion: 'conditionsLacking', text: '尚不具备条件。', reviewOn: '2022-07-01' };
  await act('headOne', `${id}/submit-answer`, { answer });
  await act('contact', `${id}/give-verdict`, { grade: 'fair', solved: 'unsolved' });
  await act('desk', `${id}/review-conditions`, {
    note: markOf('ConditionsReviewed.note'),
    nextOn: '2022-08-01',
  });
  await takeAll(id);
};

const tellOfPackageAndMerge = async (id: string, into: string): Promise<void> => {
  const lead = { unitId: units.one, personId: people.headOne };
  const opened = await as.desk.post('/api/packages', { enterpriseId, title: '两件事', lead });
  const path = `/api/packages/${opened.body.id}`;
  const added = await as.desk.post(`${path}/add-demand`, { demandId: id }, { version: 1 });
  await work();
  const gone = { demandId: id, reason: markOf('DemandUnpackaged.reason') };
  expect((await as.desk.post(`${path}/take-out-demand`, gone, { version: added.body.version })).status).toBe(
    200,
  );
  await work();
  await act('desk', `${id}/merge`, { into, reason: markOf('DemandMerged.reason') });
  await takeAll(id);
};

const approveAnswers = async (): Promise<void> => {
  const { id, version } = (await as.admin.get<{ id: string; version: number }>('/api/settings')).body;
  const body = { from: '2022-06-01', change: { key: 'answerApproval', value: true }, reason: '须审核' };
  expect((await as.admin.post(`/api/settings/${id}/change`, body, { version })).status).toBe(200);
};

describe('files that leave the house', () => {
  const ids: string[] = [];

  beforeAll(async () => {
    await approveAnswers();
    for (const title of ['路灯不亮', '电费有疑问', '申请补贴', '路灯又不亮']) ids.push(await register(title));
    const [lamp = '', power = '', grant = '', again = ''] = ids;
    await tellTheLongStory(lamp);
    await tellOfTheBodyOutside(power);
    await tellOfConditions(grant);
    await tellOfPackageAndMerge(again, power);
    await act('desk', `${grant}/reopen`, { reason: '条件已具备' });
    await act('desk', `${grant}/give-task`, { to: unit.two, text: markOf('TaskGiven.text'), due });
    clock.advance(2);
    const { number } = (await detailOf(grant)).item;
    for (const url of filesOf(LIST_KINDS)) await take('/api/lists/{kind}/export', url, number);
  }, 120_000);

  it('are taken of demands whose every internal field is filled', async () => {
    const rows = await read(house.pool, { tenantId: house.tenantId }, (db) =>
      db.query<{ type: string; data: Record<string, unknown> }>(
        `select type, data from event_log where tenant_id = $1 and aggregate = 'demand'`,
        [house.tenantId],
      ),
    );
    const filled = FIELDS.filter((field) => {
      const [type, name = ''] = field.split('.');
      return rows.some((row) => row.type === type && JSON.stringify(row.data[name])?.includes(markOf(field)));
    });
    expect(filled).toEqual(FIELDS);
    expect(FIELDS.length).toBeGreaterThan(35);
  });

  it.each([...Object.keys(LISTS), '/api/demands/{id}/referral-sheet', '/api/demands/{id}/liaison-letter'])(
    'carry no internal words but those that are theirs: %s',
    (route) => {
      const { marks, hasDemand, taken } = found.get(route) ?? { marks: [], hasDemand: false, taken: 0 };
      expect([...marks].toSorted()).toEqual(FILE_READERS[route]?.internal);
      expect({ hasDemand, taken: taken > 0 }).toEqual({ hasDemand: true, taken: true });
    },
  );

  it('show who works on it until when while there is no plan, and not in which words they were asked', async () => {
    clock.advance(2);
    const { body } = await as.desk.get<{ items: { demand: { id: string }; measure: string }[] }>(
      '/api/lists/tasks?show=all&limit=50',
    );
    const measures = new Map(body.items.map(({ demand, measure }) => [demand.id, measure]));
    expect(measures.get(ids[0] ?? '')).toBe('更换灯具\n1. 换灯');
    const id = await register('窨井盖破损');
    const coHandlers = [{ to: unit.two, text: markOf('TaskGiven.text'), due }];
    await act('desk', `${id}/route`, { lead: unit.one, coHandlers });
    const tasks = await as.desk.get<typeof body>('/api/lists/tasks?show=all&limit=50');
    const row = tasks.body.items.find(({ demand }) => demand.id === id);
    expect(row?.measure).toBe('规划建设局（2022年6月8日前）');
  });

  it('are named with their readers, every one of them', () => {
    const giving = ROUTES.filter(({ gives }) => gives !== undefined).map(({ path }) => path);
    expect(Object.keys(FILE_READERS).toSorted()).toEqual(giving.toSorted());
  });

  it('are given to staff alone', async () => {
    const taken = Object.keys(FILE_READERS).filter((path) => path !== '/api/files/{id}');
    for (const path of taken) {
      const url = path.replace('{kind}', 'all').replace('{id}', ids[0] ?? '');
      const format = path in LISTS ? '?format=xlsx' : '';
      expect([path, (await as.contact.get(`${url}${format}`)).status]).toEqual([path, 404]);
      expect([path, (await house.stranger.get(`${url}${format}`)).status]).toEqual([path, 401]);
    }
  });

  it('carry none of it in the other lists either', async () => {
    const lists = Object.keys(FILE_READERS).filter((path) => path.endsWith('/export') && !(path in LISTS));
    expect(lists).toHaveLength(7);
    for (const path of lists) {
      clock.advance(2);
      const { status, body } = await as.desk.download(path);
      expect([path, status]).toEqual([path, 200]);
      const words = await wordsOf(body);
      expect(FIELDS.filter((field) => words.includes(markOf(field)))).toEqual([]);
    }
  });

  it('hold what neither the portal nor a notice tells the asker', async () => {
    const urls = [
      '/api/portal/demands',
      '/api/notices?limit=100',
      ...ids.map((id) => `/api/portal/demands/${id}`),
    ];
    const kept = ['declinedBy', 'handledBy', 'hiding', 'seenBy', 'reports', 'instructions'];
    for (const url of urls) {
      const { status, body } = await as.contact.get(url);
      const said = JSON.stringify(body);
      expect([url, status]).toEqual([url, 200]);
      expect(FIELDS.filter((field) => said.includes(markOf(field)))).toEqual([]);
      expect(kept.filter((key) => said.includes(`"${key}"`))).toEqual([]);
    }
    const kinds = (await as.contact.get<{ notices: { kind: string }[] }>('/api/notices?limit=100')).body
      .notices;
    expect(kinds.length).toBeGreaterThan(3);
  });
});
