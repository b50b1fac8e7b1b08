import type { MouseEvent, ReactElement } from 'react';
import { momentWords } from '../../lib/format/day.ts';
import { fill } from '../../lib/messages/catalogue.ts';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { rolesOf, useMe, type Me } from '../../lib/session/use-me.ts';
import { Anchor, isPlain } from '../../ui/anchor.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useNow } from '../use-now.ts';
import { useSpeakFor } from './use-speak-for.ts';
import { useMarkRead, type Notice } from './use-notices.ts';
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

/** The other of the person's enterprises that a notice is about; none when it is about the one they speak for. */
export const otherEnterprise = (
  { enterpriseId }: Pick<Notice, 'enterpriseId'>,
  me: Pick<Me, 'enterprises' | 'grants'> | undefined,
): Me['enterprises'][number] | undefined =>
  me?.grants.some((grant) => grant.enterpriseId === enterpriseId)
    ? undefined
    : me?.enterprises.find(({ id }) => id === enterpriseId);

/** Opens a link in another tab. */
const MIDDLE = 1;

type LineProps = { readonly notice: Notice; readonly onOpen: (() => void) | undefined };

function NoticeLine({ notice, onOpen }: LineProps): ReactElement {
  const t = useTexts(demandNoticesTexts);
  const language = useLanguage();
  const { today } = useNow();
  const me = useMe();
  const speakFor = useSpeakFor();
  const other = otherEnterprise(notice, me);
  const href = addressOf(notice, rolesOf(me).includes('enterprise'));
  const markRead = useMarkRead();
  const { noticeId, readAt } = notice;
  const read = async (): Promise<void> => {
    if (readAt === null) await markRead({ from: noticeId, upTo: noticeId });
  };
  const press = (event: MouseEvent): void => {
    onOpen?.();
    const isRead = read();
    if (other === undefined || !isPlain(event)) return;
    event.preventDefault();
    // The page is left: what was begun on it must be done by then.
    void isRead.then(() => speakFor(other.id, href));
  };
  const pressAside = (event: MouseEvent): void => {
    if (event.button === MIDDLE) void read();
  };
  return (
    <li className={notice.readAt === null ? 'notice-new' : ''}>
      <Anchor href={href} onClick={press} onAuxClick={pressAside}>
        {noticeWords(notice, demandNoticesTexts[language])}
      </Anchor>
      <span className="ui-second">
        {[
          momentWords(notice.createdAt, today, language),
          ...(notice.readAt === null ? [t('unread')] : []),
          ...(other === undefined ? [] : [t('elsewhere', { name: other.name })]),
        ].join(' · ')}
      </span>
    </li>
  );
}

/** Notices, newest first; each is read by opening it and leads to what it is about, also when that is of another of the person's enterprises. */
export function NoticeList({
  notices,
  onOpen,
}: {
  readonly notices: readonly Notice[];
  readonly onOpen?: () => void;
}): ReactElement {
  const t = useTexts(demandNoticesTexts);
  if (notices.length === 0) return <Empty title={t('none')} next={t('noneNext')} />;
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <NoticeLine key={notice.noticeId} notice={notice} onOpen={onOpen} />
      ))}
    </ul>
  );
}
