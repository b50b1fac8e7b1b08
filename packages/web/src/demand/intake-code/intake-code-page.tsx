import type { ReactElement } from 'react';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useMe } from '../../lib/session/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useDemandWords } from '../words.ts';
import { RAISE_BY_CODE } from './raise-by-code.ts';
import './intake-code.css';

/** A sheet to hang up or to hand over: whoever scans it raises a demand, with the phone that is registered as their sign-in. */
export function IntakeCodePage(): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const { language } = useDemandWords();
  const tenant = useMe()?.tenant;
  const address = new URL(RAISE_BY_CODE, window.location.origin).href;
  return (
    <div className="ui-stack intake-code">
      <PageHeader
        back={{ href: '/demands/register', label: t('register') }}
        title={t('code')}
        lead={t('codeLead')}
        actions={
          <Button icon="file" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <Card>
        <section className="intake-code-sheet">
          <h2>{language === 'en' ? tenant?.nameEn : tenant?.name}</h2>
          <p>{t('codeCall')}</p>
          <QrCode address={address} label={t('code')} />
          <ol>
            <li>{t('codeScan')}</li>
            <li>{t('codePhone')}</li>
            <li>{t('codeSay')}</li>
          </ol>
          <p className="ui-second intake-code-address">{address}</p>
        </section>
      </Card>
    </div>
  );
}
