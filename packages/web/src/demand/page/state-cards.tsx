import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { yuan } from '../../lib/format/amount.ts';
import { dayOf, dueWords, momentWords, shortDay } from '../../lib/format/day.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useLanguage, useMarks, useTexts } from '../../lib/messages/language.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { Card, Facts } from '../../ui/page.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { usePersonWords } from '../../ui/words.tsx';
import { useCategoryName } from '../directory.ts';
import { gradeNumber, gradeWords } from '../grades.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { DemandClocks } from './demand-clocks.tsx';
import { Held } from './held.tsx';
import { Papers } from './papers.tsx';
import { WorkCards } from './work-cards.tsx';

export type Detail = AnswerBody<typeof demandDetail>;
type Of = { readonly detail: Detail };

function Responsible({ detail }: Of): ReactElement {
  const t = useTexts(demandPageTexts);
  const marks = useMarks();
  const { demand } = detail;
  const { lead } = demand;
  return (
    <Card title={t('responsible')}>
      <Facts
        rows={[
          { name: t('owner'), value: <Held holder={demand.owner} detail={detail} /> },
          ...(lead === undefined || lead.unitId === demand.owner.unitId
            ? []
            : [{ name: t('lead'), value: <Held holder={lead} detail={detail} /> }]),
          { name: t('firstContact'), value: <Held holder={demand.firstContact} detail={detail} /> },
          ...(demand.declinedBy.length === 0
            ? []
            : [
                {
                  name: t('declinedBy'),
                  value: demand.declinedBy.map((id) => detail.units[id]).join(marks.list),
                },
              ]),
        ]}
      />
    </Card>
  );
}

function Elsewhere({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { word, language } = useDemandWords();
  const { today } = useNow();
  const { demand } = detail;
  if (demand.status !== 'referred') return null;
  const { body, letterNumber, dueAt, outsideAnswer } = demand.referral;
  return (
    <Card title={t('referral')}>
      <Facts
        rows={[
          { name: t('body'), value: body.name },
          { name: t('letter'), value: letterNumber },
          { name: t('replyBy'), value: dueWords(dueAt, today, language) },
          {
            name: t('reply'),
            value:
              outsideAnswer === undefined
                ? t('noReplyYet')
                : `${shortDay(outsideAnswer.answeredOn, today, language)} · ${word(`outsideVia.${outsideAnswer.via}`)}`,
          },
        ]}
      />
    </Card>
  );
}

/** Until when somebody calls, who was not reached so far, and from when another such call counts. */
function CallBack({ detail: { demand, nextAttemptOn } }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const language = useLanguage();
  const { today } = useNow();
  if (demand.status !== 'callingBack') return null;
  const { callBackDueAt, attempts, attemptedAt } = demand;
  return (
    <Card title={t('callBack')}>
      <Facts
        rows={[
          { name: t('callBackDue'), value: dueWords(callBackDueAt, today, language) },
          ...(attemptedAt === undefined
            ? []
            : [
                {
                  name: t('callBackMissed'),
                  value: t('callBackAttempts', {
                    count: attempts,
                    moment: momentWords(attemptedAt, today, language),
                  }),
                },
              ]),
          ...(nextAttemptOn === null
            ? []
            : [
                {
                  name: t('nextAttempt'),
                  value: t('nextAttemptFrom', { day: shortDay(nextAttemptOn, today, language) }),
                },
              ]),
        ]}
      />
    </Card>
  );
}

function Verdicts({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { word, language } = useDemandWords();
  const { today } = useNow();
  const { interims, verdicts } = detail.demand;
  return (
    <>
      {interims.length === 0 ? null : (
        <Card title={t('interims')}>
          <ul className="demand-work">
            {interims.map(({ text, completionOn, givenAt }) => (
              <li key={givenAt}>
                <span>{text}</span>
                <span className="ui-second">
                  {t('promisedBy', { day: shortDay(completionOn, today, language) })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {verdicts.length === 0 ? null : (
        <Card title={t('verdicts')}>
          <ul className="demand-work">
            {verdicts.map(({ grade, solved, via, words }, at) => (
              <li key={`${at}-${grade}`}>
                <Verdict grade={gradeNumber(grade)} words={gradeWords(word)} />
                <span className="ui-second">
                  {word(`solved.${solved}`)} · {word(`via.${via}`)}
                </span>
                {words === '' ? null : <span>{words}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Notices({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { word, language } = useDemandWords();
  const { today } = useNow();
  const { notices } = detail.demand;
  if (notices.length === 0) return null;
  return (
    <Card title={t('notices')}>
      <ul className="demand-work">
        {notices.map((notice) => (
          <li key={notice.noticeId}>
            <span>
              {notice.kind === 'ladder'
                ? `${word(`promise.${notice.promise}`)} · ${word(`ladder.${notice.step}`)}`
                : word(notice.kind === 'reminder' ? 'ladder.reminder' : 'ladder.supervisionNotice')}
              {notice.kind === 'supervision' ? ` ${notice.number}` : ''}
            </span>
            <span className="ui-second">
              {momentWords(notice.sentAt, today, language)} ·{' '}
              {notice.acknowledged === undefined ? t('notAcknowledged') : t('acknowledged')}
              {notice.kind === 'supervision'
                ? ` · ${notice.answeredAt === undefined ? t('notAnswered') : t('answered')}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Links({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { demand } = detail;
  const isMerged = demand.status === 'closed' && demand.closing.outcome === 'merged';
  const links = [
    ...(isMerged ? [[demand.closing.into, t('mergedInto')] as const] : []),
    ...(demand.parentId === undefined ? [] : [[demand.parentId, t('parent')] as const]),
    ...demand.subDemands.map(({ demandId }, at) => [demandId, t('part', { number: at + 1 })] as const),
    ...demand.absorbed.map((id) => [id, t('absorbed')] as const),
    ...(demand.recurrenceOf === undefined ? [] : [[demand.recurrenceOf, t('earlierCase')] as const]),
  ];
  if (links.length === 0 && demand.packageId === undefined) return null;
  return (
    <Card title={t('links')}>
      <ul className="demand-work">
        {links.map(([id, label]) => (
          <li key={id}>
            <Anchor href={`/demands/${id}`}>{label}</Anchor>
          </li>
        ))}
        {demand.packageId === undefined ? null : (
          <li>
            <Anchor href={`/packages/${demand.packageId}`}>{t('samePackage')}</Anchor>
          </li>
        )}
      </ul>
    </Card>
  );
}

function KeptFrom({ detail }: Of): ReactElement {
  const named = usePersonWords();
  const marks = useMarks();
  const { unitIds = [], personIds = [] } = detail.demand.hiding ?? {};
  const units = unitIds.map((id) => detail.units[id]);
  return <>{[...units, ...personIds.map((id) => named(detail.people[id] ?? ''))].join(marks.list)}</>;
}

function Registration({ detail }: Of): ReactElement {
  const t = useTexts(demandPageTexts);
  const { word, label, language, pauseWord } = useDemandWords();
  const categoryName = useCategoryName();
  const named = usePersonWords();
  const { today } = useNow();
  const { demand, item } = detail;
  const { particulars, pause } = demand;
  return (
    <Card title={t('registration')}>
      <Facts
        rows={[
          {
            name: label('enterprise'),
            value: <Anchor href={`/enterprises/${item.enterprise.id}`}>{item.enterprise.name}</Anchor>,
          },
          ...(particulars.contactId === undefined
            ? []
            : [{ name: label('contact'), value: named(detail.people[particulars.contactId] ?? '') }]),
          { name: label('category'), value: categoryName(particulars.category) },
          { name: label('channel'), value: word(`channel.${demand.channel}`) },
          ...(demand.source.reference === undefined
            ? []
            : [{ name: t('paper'), value: demand.source.reference }]),
          { name: t('raised'), value: momentWords(demand.registeredAt, today, language) },
          ...(particulars.lossFenPerOccurrence === undefined
            ? []
            : [{ name: label('loss'), value: yuan(particulars.lossFenPerOccurrence) }]),
          ...(particulars.timesOccurred > 1
            ? [{ name: label('times'), value: String(particulars.timesOccurred) }]
            : []),
          ...(demand.hiding === undefined
            ? []
            : [{ name: t('keptFrom'), value: <KeptFrom detail={detail} /> }]),
          ...(demand.remit === undefined
            ? []
            : [{ name: label('remit'), value: word(`remit.${demand.remit}`) }]),
          ...(pause === undefined
            ? []
            : [
                {
                  name: t('paused'),
                  value: `${pauseWord(pause.reason)} · ${t('untilAtMost', { day: shortDay(dayOf(pause.capAt), today, language) })}`,
                },
              ]),
        ]}
      />
    </Card>
  );
}

/** The right side of a demand's page: how everything stands now. */
export function StateCards({ detail }: Of): ReactElement {
  const t = useTexts(demandPageTexts);
  return (
    <>
      <Card title={t('limits')}>
        <DemandClocks detail={detail} />
      </Card>
      <CallBack detail={detail} />
      <Responsible detail={detail} />
      <Elsewhere detail={detail} />
      <WorkCards detail={detail} />
      <Verdicts detail={detail} />
      <Notices detail={detail} />
      <Registration detail={detail} />
      <Links detail={detail} />
      <Papers detail={detail} />
    </>
  );
}
