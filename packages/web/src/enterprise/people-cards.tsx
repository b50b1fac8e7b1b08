import type { ReactElement, ReactNode } from 'react';
import { bySpan, spanStands } from '../lib/format/span-words.ts';
import type { Span } from '../lib/format/span-words.ts';
import { useToday } from '../lib/format/use-today.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import type { Act, useActs } from '../ui/form/act.tsx';
import { Menu } from '../ui/menu.tsx';
import { Card } from '../ui/page.tsx';
import { usePersonWords, useWords } from '../ui/words.tsx';
import { useContactActs, useTeamActs } from './people-acts.ts';
import type { EnterpriseRecord } from './words.ts';

type Acts = ReturnType<typeof useActs>;
export type CardProps = { readonly record: EnterpriseRecord; readonly acts: Acts; readonly may: boolean };

type Person = EnterpriseRecord['team'][number]['person'];

export function PersonLink({ person }: { readonly person: Person }): ReactElement {
  const named = usePersonWords();
  return (
    <>
      <Anchor href={`/people/${person.id}`}>{named(person.name)}</Anchor>
      {person.phone === null ? null : <> {person.phone}</>}
    </>
  );
}

export function useSpanWords(): (span: Span) => string {
  const marks = useMarks();
  const t = useTexts(enterpriseTexts);
  const today = useToday();
  return (span) => {
    const since = t('sinceDay', { day: span.from });
    if (span.to === null) return since;
    return spanStands(span, today) === 'past'
      ? `${span.from} – ${span.to}`
      : `${since}${marks.comma}${t('until', { day: span.to })}`;
  };
}

function AddButton({ value, acts }: { readonly value: Act; readonly acts: Acts }): ReactElement {
  return (
    <Button
      look="quiet"
      icon="plus"
      aria-label={value.label}
      title={value.label}
      onClick={() => acts.open(value)}
    />
  );
}

function EndMenu(props: {
  readonly name: string;
  readonly list: readonly Act[];
  readonly acts: Acts;
}): ReactNode {
  const marks = useMarks();
  const words = useWords();
  return (
    <Menu
      look="quiet"
      icon="more"
      label={`${words.moreActions}${marks.colon}${props.name}`}
      items={props.acts.itemsOf(props.list)}
    />
  );
}

/** Linked leader, park cadre, service officer, contact; current first. */
export function TeamCard({ record, acts, may }: CardProps): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  const today = useToday();
  const team = useTeamActs(record);
  const spanWords = useSpanWords();
  return (
    <Card title={t('team')} aside={may ? <AddButton value={team.assign} acts={acts} /> : null}>
      <EntryList
        label={t('team')}
        entries={bySpan(record.team, today).map((member) => ({
          key: member.memberId,
          name: word(`team.${member.role}`),
          value: <PersonLink person={member.person} />,
          note: spanWords(member),
          past: spanStands(member, today) === 'past',
          action:
            may && spanStands(member, today) !== 'past' ? (
              <EndMenu name={member.person.name} list={team.of(member.memberId)} acts={acts} />
            ) : null,
        }))}
      />
    </Card>
  );
}

export function ContactCard({ record, acts, may }: CardProps): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  const today = useToday();
  const contacts = useContactActs(record);
  const spanWords = useSpanWords();
  return (
    <Card title={t('contacts')} aside={may ? <AddButton value={contacts.addContact} acts={acts} /> : null}>
      <EntryList
        label={t('contacts')}
        entries={bySpan(record.contacts, today).map((contact) => ({
          key: contact.contactId,
          name: word(`contact.${contact.role}`),
          value: <PersonLink person={contact.person} />,
          note: spanWords(contact),
          past: spanStands(contact, today) === 'past',
          action:
            may && spanStands(contact, today) !== 'past' ? (
              <EndMenu
                name={contact.person.name}
                list={[contacts.endContact(contact.contactId)]}
                acts={acts}
              />
            ) : null,
        }))}
      />
    </Card>
  );
}

/** The people of banks, power companies and offices who look after this enterprise. */
export function LiaisonCard({ record, acts, may }: CardProps): ReactElement {
  const t = useTexts(enterpriseTexts);
  const today = useToday();
  const liaisons = useContactActs(record);
  const spanWords = useSpanWords();
  return (
    <Card title={t('liaisons')} aside={may ? <AddButton value={liaisons.addLiaison} acts={acts} /> : null}>
      <EntryList
        label={t('liaisons')}
        entries={bySpan(record.liaisons, today).map((liaison) => ({
          key: liaison.liaisonId,
          name: liaison.body,
          value: <PersonLink person={liaison.person} />,
          note: spanWords(liaison),
          past: spanStands(liaison, today) === 'past',
          action:
            may && spanStands(liaison, today) !== 'past' ? (
              <EndMenu
                name={liaison.person.name}
                list={[liaisons.endLiaison(liaison.liaisonId)]}
                acts={acts}
              />
            ) : null,
        }))}
      />
    </Card>
  );
}
