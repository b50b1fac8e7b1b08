import { person } from '@xiaoer/contract/person';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useTerritoryName, useUnitName } from '../lib/directory/places.ts';
import { bySpan, spanStands } from '../lib/format/span-words.ts';
import type { Span } from '../lib/format/span-words.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { personTexts } from '../lib/messages/person-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { Anchor } from '../ui/anchor.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import type { Entry } from '../ui/entry-list.tsx';
import { useActs } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { Menu } from '../ui/menu.tsx';
import { NextStep } from '../ui/next-step.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../ui/page.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { usePersonWords, useWords } from '../ui/words.tsx';
import { useEndingActs, usePersonActs } from './person-acts.ts';
import { STANDING_TONES } from './words.ts';
import { useUnitWord } from '../lib/directory/places.ts';
import type { PersonRecord } from './words.ts';

type Acts = ReturnType<typeof useActs>;
type Parts = { readonly record: PersonRecord; readonly acts: Acts };

/** One thing held from a day to a day, with its way to end it. */
function useHeld({ acts }: { readonly acts: Acts }) {
  const marks = useMarks();
  const t = useTexts(personTexts);
  const words = useWords();
  const today = useToday();
  return (
    span: Span,
    entry: Omit<Entry, 'note' | 'past' | 'action'>,
    end?: { name: string; act: Act },
  ): Entry => {
    const past = spanStands(span, today) === 'past';
    const days = t('span', { from: span.from, to: span.to ?? t('noEnd') });
    return {
      ...entry,
      note: past ? `${days} · ${t('ended')}` : days,
      past,
      action:
        end === undefined || past ? null : (
          <Menu
            look="quiet"
            icon="more"
            label={`${words.moreActions}${marks.colon}${end.name}`}
            items={acts.itemsOf([end.act])}
          />
        ),
    };
  };
}

function Roles({ record, acts }: Parts): ReactElement {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  const today = useToday();
  const unit = useUnitName();
  const territory = useTerritoryName();
  const ending = useEndingActs(record);
  const held = useHeld({ acts });
  const places = (grant: PersonRecord['grants'][number]): string =>
    [
      ...(grant.unitId === null ? [] : [unit(grant.unitId)]),
      ...(grant.territoryId === null ? [] : [territory(grant.territoryId)]),
    ].join(' · ') || t('wholeZone');
  return (
    <Card title={t('roles')}>
      <EntryList
        label={t('roles')}
        entries={bySpan(record.grants, today).map((grant) => {
          const name = word(`role.${grant.role}`);
          const value =
            grant.enterpriseId === null ? (
              places(grant)
            ) : (
              <Anchor href={`/enterprises/${grant.enterpriseId}`}>{t('enterprise')}</Anchor>
            );
          const end = { name, act: ending.role(grant.grantId, grant.role === 'enterprise') };
          return held(grant, { key: grant.grantId, name, value }, ending.mayRights ? end : undefined);
        })}
      />
    </Card>
  );
}

function Absences({ record, acts }: Parts): ReactElement {
  const named = usePersonWords();
  const marks = useMarks();
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  const today = useToday();
  const ending = useEndingActs(record);
  const held = useHeld({ acts });
  const ends = (name: string, act: Act) => (ending.mayTime ? { name, act } : undefined);
  const roleOf = (grantId: string): string => {
    const grant = record.grants.find((each) => each.grantId === grantId);
    return grant === undefined ? '—' : word(`role.${grant.role}`);
  };
  return (
    <>
      <Card title={t('standIns')}>
        <EntryList
          label={t('standIns')}
          entries={bySpan(record.standIns, today).map((entry) =>
            held(
              entry,
              {
                key: entry.standInId,
                value: <Anchor href={`/people/${entry.person.id}`}>{named(entry.person.name)}</Anchor>,
              },
              ends(entry.person.name, ending.standIn(entry.standInId)),
            ),
          )}
        />
      </Card>
      <Card title={t('absences')}>
        <EntryList
          label={t('absences')}
          entries={bySpan(record.absences, today).map((entry) =>
            held(
              entry,
              { key: entry.absenceId, value: t('absences') },
              ends(entry.from, ending.absence(entry.absenceId)),
            ),
          )}
        />
      </Card>
      <Card title={t('delegations')}>
        <EntryList
          label={t('delegations')}
          entries={bySpan(record.delegations, today).map((entry) =>
            held(
              entry,
              {
                key: entry.delegationId,
                value: (
                  <>
                    <Anchor href={`/people/${entry.person.id}`}>{named(entry.person.name)}</Anchor>{' '}
                    {entry.grantIds.map(roleOf).join(marks.list)}
                  </>
                ),
              },
              ends(entry.person.name, ending.delegation(entry.delegationId)),
            ),
          )}
        />
      </Card>
    </>
  );
}

function Details({ record }: { readonly record: PersonRecord }): ReactElement {
  const t = useTexts(personTexts);
  const unitWord = useUnitWord();
  return (
    <Card title={t('people')}>
      <Facts
        rows={[
          { name: t('unit'), value: unitWord(record.unit) ?? t('noUnit') },
          { name: t('phone'), value: record.phone ?? t('none') },
          { name: t('email'), value: record.email ?? t('none') },
          { name: t('account'), value: record.account ?? t('noAccount') },
        ]}
      />
      {record.masked ? <p className="ui-second">{t('masked')}</p> : null}
    </Card>
  );
}

function Loaded({ record }: { readonly record: PersonRecord }): ReactElement {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  const unitWord = useUnitWord();
  const { acts: list, isSelf } = usePersonActs(record);
  const acts = useActs(list);
  const hint = isSelf ? t('selfHint') : t(list.length > 0 ? 'hint' : 'readOnly');
  return (
    <>
      <SplitPage
        header={
          <PageHeader
            back={{ href: '/people', label: t('people') }}
            title={record.standing === 'erased' ? t('erasedName') : record.name}
            beside={
              <Light tone={STANDING_TONES[record.standing]} word={word(`standing.${record.standing}`)} />
            }
            lead={unitWord(record.unit)}
          />
        }
        next={<NextStep hint={hint} others={acts.itemsOf(list)} />}
        storyLabel={t('roles')}
        stateLabel={t('people')}
        story={
          <>
            <Roles record={record} acts={acts} />
            <Absences record={record} acts={acts} />
          </>
        }
        state={<Details record={record} />}
      />
      {acts.drawer}
    </>
  );
}

/** One person: what they may do where, who stands in, how to reach them. */
export function PersonPage(): ReactElement {
  const t = useTexts(personTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(person, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/people', label: t('people') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
