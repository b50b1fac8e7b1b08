import { portalTeam } from '@xiaoer/contract/portal';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { reading } from '../../lib/client/query.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Problem } from '../problem.tsx';
import { useDemandWords } from '../words.ts';
import './portal.css';

/** Who looks after my enterprise. */
export function PortalTeamPage(): ReactElement {
  const t = useTexts(demandPortalTexts);
  const { word } = useDemandWords();
  const found = useQuery(reading(portalTeam, {}));
  if (found.data === undefined)
    return found.error === null ? <Skeleton shape="rows" count={4} /> : <Problem error={found.error} />;
  const { team, enterprise } = found.data.body;
  return (
    <div className="ui-stack portal-page">
      <PageHeader title={t('myTeam')} lead={`${enterprise.name} · ${t('teamLead')}`} />
      {team.length === 0 ? <Empty title={t('noTeam')} next={t('noTeamNext')} /> : null}
      <ul className="portal-cards portal-team">
        {team.map(({ role, name, unit, phone }) => (
          <li key={`${role}-${name}`} className="portal-card">
            <span className="ui-second">{word(`team.${role}`)}</span>
            <b>{name}</b>
            <span>{unit}</span>
            {phone === null ? null : (
              <a
                href={`tel:${phone}`}
                className="ui-button ui-button-plain"
                aria-label={t('call', { phone })}
              >
                <Icon name="phone" />
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
