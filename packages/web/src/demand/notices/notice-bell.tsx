import { useState } from 'react';
import type { ReactElement } from 'react';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { NoticeList } from './notice-list.tsx';
import './notices.css';
import { useLiveNotices, useMarkRead, useNotices } from './use-notices.ts';

/** The bell with its number, live, and behind it my newest notices. */
export function NoticeBell({
  label,
}: {
  /** Spoken name of the bell for a number of unread notices. */
  readonly label: (unread: number) => string;
}): ReactElement {
  const t = useTexts(demandNoticesTexts);
  const [isOpen, setOpen] = useState(false);
  const found = useNotices();
  const markRead = useMarkRead();
  useLiveNotices();
  const unread = found?.unread ?? 0;
  const newest = found?.notices[0]?.noticeId;
  return (
    <>
      <span className="shell-bell">
        <Button
          look="quiet"
          icon="bell"
          aria-label={label(unread)}
          title={label(unread)}
          onClick={() => setOpen(true)}
        />
        {unread === 0 ? null : <span aria-hidden>{unread > 99 ? '99+' : unread}</span>}
      </span>
      <Drawer
        title={t('notices')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            {unread === 0 || newest === undefined ? null : (
              <Button onClick={() => void markRead({ upTo: newest })}>{t('markRead')}</Button>
            )}
            <Anchor href="/notices" className="ui-button ui-button-plain" onClick={() => setOpen(false)}>
              {t('allNotices')}
            </Anchor>
          </>
        }
      >
        <NoticeList notices={found?.notices ?? []} onOpen={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
