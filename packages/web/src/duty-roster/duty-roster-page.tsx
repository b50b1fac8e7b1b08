import { DUTY_ROSTER_CHANGES as CHANGES, dutyRosters, openDutyRoster } from '@xiaoer/contract/duty-roster';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../lib/client/call.ts';
import { useChange } from '../lib/client/use-change.ts';
import { useRecord } from '../lib/client/use-record.ts';
import { usePeopleTabs } from '../lib/directory/people-tabs.ts';
import { useTerritoryName, useUnitName } from '../lib/directory/places.ts';
import { sources } from '../lib/directory/sources.ts';
import { momentWords } from '../lib/format/day.ts';
import { useNow, useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { personTexts } from '../lib/messages/person-texts.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { act, useActs } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { Menu } from '../ui/menu.tsx';
import { Card, PageHeader } from '../ui/page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { usePersonWords, useWords } from '../ui/words.tsx';

type Roster = AnswerBody<typeof dutyRosters>['items'][number];
type Duty = Roster['duties'][number];
type Acts = ReturnType<typeof useActs>;

const onOf = (roster: Roster) => ({ params: { id: roster.id }, ifMatch: roster.version });

function useRosterActs() {
  const t = useTexts(personTexts);
  const change = useChange();
  const today = useToday();
  const now = useNow();
  const person = {
    kind: 'one',
    name: 'personId',
    label: t('dutyPerson'),
    required: true,
    source: sources.staff,
  } as const;
  const name = { kind: 'text', name: 'name', label: t('rosterName'), required: true, longest: 200 } as const;
  return {
    open: act({
      key: 'open',
      label: t('openRoster'),
      fields: [
        name,
        { kind: 'one', name: 'unitId', label: t('unit'), required: true, source: sources.units },
        { kind: 'one', name: 'territoryId', label: t('rosterTerritory'), source: sources.territories },
      ],
      send: change(openDutyRoster),
    }),
    plan: (roster: Roster): Act =>
      act({
        key: `plan-${roster.id}`,
        label: t('plan'),
        fields: [
          person,
          { kind: 'moment', name: 'from', label: t('dutyFrom'), required: true },
          { kind: 'moment', name: 'to', label: t('dutyTo'), required: true },
        ],
        initial: { from: `${today}T18:00`, to: `${today}T23:59` },
        send: change(CHANGES.PlanDuty, onOf(roster)),
      }),
    keep: (roster: Roster): readonly Act[] => [
      act({
        key: `rename-${roster.id}`,
        label: t('renameRoster'),
        fields: [name],
        initial: { name: roster.name },
        send: change(CHANGES.RenameDutyRoster, onOf(roster)),
      }),
      act({
        key: `close-${roster.id}`,
        label: t('closeRoster'),
        lead: t('closeRosterLead'),
        grave: true,
        fields: [],
        send: change(CHANGES.CloseDutyRoster, onOf(roster)),
      }),
    ],
    duty: (roster: Roster, { dutyId, from }: Duty): readonly Act[] => [
      act({
        key: `take-${dutyId}`,
        label: t('takeOver'),
        fields: [person],
        send: change(CHANGES.TakeOverDuty, { ...onOf(roster), fixed: { dutyId } }),
      }),
      ...(from > now
        ? [
            act({
              key: `cancel-${dutyId}`,
              label: t('cancelDuty'),
              grave: true,
              fields: [],
              send: change(CHANGES.CancelDuty, { ...onOf(roster), fixed: { dutyId } }),
            }),
          ]
        : []),
    ],
  };
}

function RosterCard(props: {
  readonly roster: Roster;
  readonly acts: Acts;
  readonly rosterActs: ReturnType<typeof useRosterActs>;
  readonly may: boolean;
}): ReactElement {
  const marks = useMarks();
  const { roster, acts, rosterActs, may } = props;
  const t = useTexts(personTexts);
  const words = useWords();
  const named = usePersonWords();
  const language = useLanguage();
  const today = useToday();
  const unit = useUnitName();
  const territory = useTerritoryName();
  const now = useNow();
  const place = roster.territoryId === null ? t('wholeZone') : territory(roster.territoryId);
  const plan = rosterActs.plan(roster);
  return (
    <Card
      title={roster.name}
      aside={
        may && roster.open ? (
          <span className="ui-row">
            <Button onClick={() => acts.open(plan)}>{plan.label}</Button>
            <Menu
              look="quiet"
              icon="more"
              label={`${words.moreActions}${marks.colon}${roster.name}`}
              items={acts.itemsOf(rosterActs.keep(roster))}
            />
          </span>
        ) : null
      }
    >
      <div className="ui-stack">
        <div className="ui-row">
          {roster.open ? (
            <Light
              tone={roster.onDuty.length > 0 ? 'fine' : 'soon'}
              word={
                roster.onDuty.length > 0
                  ? `${t('onDuty')}${marks.colon}${roster.onDuty.map(({ name }) => name).join(marks.list)}`
                  : t('nobodyOnDuty')
              }
            />
          ) : (
            <Light tone="paused" word={t('rosterClosed')} />
          )}
          <span className="ui-second">
            {unit(roster.unitId)} · {place}
          </span>
        </div>
        {roster.duties.length === 0 ? (
          <p className="ui-second">{t('noDuties')}</p>
        ) : (
          <EntryList
            label={roster.name}
            entries={roster.duties.map((duty) => ({
              key: duty.dutyId,
              value: <Anchor href={`/people/${duty.person.id}`}>{named(duty.person.name)}</Anchor>,
              note: `${momentWords(duty.from, today, language)} – ${momentWords(duty.to, today, language)}`,
              past: duty.to <= now,
              action:
                may && roster.open && duty.to > now ? (
                  <Menu
                    look="quiet"
                    icon="more"
                    label={`${words.moreActions}${marks.colon}${duty.person.name}`}
                    items={acts.itemsOf(rosterActs.duty(roster, duty))}
                  />
                ) : null,
            }))}
          />
        )}
      </div>
    </Card>
  );
}

/** Who answers outside working hours. */
export function DutyRosterPage(): ReactElement {
  const t = useTexts(personTexts);
  const asked = useRecord(dutyRosters, {});
  const acts = useActs();
  const rosterActs = useRosterActs();
  const may = rolesOf(useMe()).some((role) => role === 'admin' || role === 'desk' || role === 'unit-head');
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('rosters')}
        actions={
          may ? (
            <Button look="main" icon="plus" onClick={() => acts.open(rosterActs.open)}>
              {rosterActs.open.label}
            </Button>
          ) : null
        }
      />
      <LinkTabs label={t('title')} tabs={usePeopleTabs()} current="rosters" />
      <WhenThere asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty title={t('rosterEmptyTitle')} next={t('rosterEmptyNext')} />
            </Card>
          ) : (
            items.map((roster) => (
              <RosterCard key={roster.id} roster={roster} acts={acts} rosterActs={rosterActs} may={may} />
            ))
          )
        }
      </WhenThere>
      {acts.drawer}
    </div>
  );
}
