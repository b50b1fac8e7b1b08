import type { ReactElement } from 'react';
import { momentWords } from '../../lib/format/day.ts';
import { fill } from '../../lib/messages/catalogue.ts';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { rolesOf, useMe } from '../../lib/session/use-me.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useNow } from '../use-now.ts';
import type { Notice } from './use-notices.ts';
import './notices.css';

/** A notice in words; a kind that this version does not know still says that there is one. */
export function noticeWords(
  { kind, facts }: Pick<Notice, 'kind' | 'facts'>,
  texts: Readonly<Record<string, string>>,
): string {
  const text = texts[kind] ?? texts['other'] ?? '';
  return fill(text, { title: facts['number'] ?? '', ...facts });
}

const addressOf = ({ kind, streamId }: Notice, isAsker: boolean): string => {
  if (kind === 'calendarEnding') return '/calendar';
  return streamId === null ? '/notices' : `${isAsker ? '/portal' : ''}/demands/${streamId}`;
};

/** Notices, newest first; each leads to what it is about. */
export function NoticeList({
  notices,
  onOpen,
}: {
  readonly notices: readonly Notice[];
  readonly onOpen?: () => void;
}): ReactElement {
  const t = useTexts(demandNoticesTexts);
  const language = useLanguage();
  const { today } = useNow();
  const isAsker = rolesOf(useMe()).includes('enterprise');
  if (notices.length === 0) return <Empty title={t('none')} next={t('noneNext')} />;
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <li key={notice.noticeId} className={notice.readAt === null ? 'notice-new' : ''}>
          <Anchor href={addressOf(notice, isAsker)} onClick={onOpen}>
            {noticeWords(notice, demandNoticesTexts[language])}
          </Anchor>
          <span className="ui-second">
            {momentWords(notice.createdAt, today, language)}
            {notice.readAt === null ? ` · ${t('unread')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
