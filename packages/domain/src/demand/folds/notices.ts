import type { NoticeId } from '../parts.ts';
import type { Demand, Notice } from '../state.ts';
import { withCore, type Folds } from './fold.ts';

const added = (demand: Demand, notice: Notice): Demand =>
  withCore(demand, { notices: [...demand.notices, notice] });

const changed = (demand: Demand, noticeId: NoticeId, change: (notice: Notice) => Notice): Demand =>
  withCore(demand, {
    notices: demand.notices.map((notice) => (notice.noticeId === noticeId ? change(notice) : notice)),
  });

export const noticeFolds: Folds<
  | 'LadderStepReached'
  | 'ReminderSent'
  | 'SupervisionNoticeIssued'
  | 'SupervisionNoticeAnswered'
  | 'NoticeAcknowledged'
> = {
  LadderStepReached: (demand, { noticeId, step, promise, dueAt, recipients, at }) =>
    added(demand, { kind: 'ladder', noticeId, sentAt: at, step, promise, dueAt, recipients }),
  ReminderSent: (demand, { noticeId, to, at }) =>
    added(demand, { kind: 'reminder', noticeId, sentAt: at, to }),
  SupervisionNoticeIssued: (demand, { noticeId, number, to, dueAt, at }) =>
    added(demand, { kind: 'supervision', noticeId, sentAt: at, number, to, dueAt }),
  SupervisionNoticeAnswered: (demand, { noticeId, at }) =>
    changed(demand, noticeId, (notice) =>
      notice.kind === 'supervision' ? { ...notice, answeredAt: at } : notice,
    ),
  NoticeAcknowledged: (demand, { noticeId, personId, at }) =>
    changed(demand, noticeId, (notice) => ({ ...notice, acknowledged: { by: personId, at } })),
};
