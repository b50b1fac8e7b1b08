import { enterprise } from '@xiaoer/contract/enterprise';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { spanStands } from '../../lib/format/span-words.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Facts } from '../../ui/page.tsx';
import { usePersonWords } from '../../ui/words.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { toBeCalled, type Contact } from './to-be-called.ts';
import type { Detail } from './state-cards.tsx';

type Contacts = AnswerBody<typeof enterprise>['contacts'];

/** A masked number cannot be dialled. */
function Phone({ phone }: { readonly phone: string }): ReactElement {
  return phone.includes('*') ? <span>{phone}</span> : <a href={`tel:${phone}`}>{phone}</a>;
}

function Person({ name, phone }: Contact): ReactElement {
  const named = usePersonWords();
  return (
    <span className="demand-called">
      {named(name)}
      {phone === null ? null : <Phone phone={phone} />}
    </span>
  );
}

/** Whom a call-back reaches: the demand's contact, else the enterprise's, with the numbers that the reader may see. */
export function Called({ detail }: { readonly detail: Detail }): ReactElement {
  const t = useTexts(demandPageTexts);
  const { label } = useDemandWords();
  const { today } = useNow();
  const { demand, item, people } = detail;
  const found = useQuery(reading(enterprise, { params: { id: item.enterprise.id } }));
  const { contactId } = demand.particulars;
  const all: Contacts = found.data?.body.contacts ?? [];
  const current = all.filter((contact) => spanStands(contact, today) === 'current');
  const asked = toBeCalled({
    named: contactId === undefined ? undefined : { id: contactId, name: people[contactId] ?? '' },
    known: all.map(({ person }) => person),
    current: current.map(({ person }) => person),
  });
  const none = found.isPending ? null : t('noContact');
  return (
    <Facts
      rows={[
        { name: label('enterprise'), value: item.enterprise.name },
        {
          name: label('contact'),
          value: asked.length === 0 ? none : asked.map((person) => <Person key={person.id} {...person} />),
        },
      ]}
    />
  );
}
