import { enterprises } from '@xiaoer/contract/enterprise';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { reading } from '../../lib/client/query.ts';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Combobox } from '../../ui/form/combobox.tsx';
import type { Option } from '../../ui/form/combobox-matches.ts';
import type { Bound } from '../../ui/form/inputs.tsx';
import { useDemandWords } from '../words.ts';
import './register.css';

const all = (): boolean => true;

/** One of the zone's enterprises: the last ones in one press, the others by name or pinyin initials. */
export function EnterprisePicker({
  bound,
  recent,
  onChoose,
}: {
  readonly bound: Bound<string>;
  readonly recent: readonly Option[];
  readonly onChoose: (option: Option) => void;
}): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const { label } = useDemandWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useQuery({
    ...reading(enterprises, { query: { limit: 20, ...(q === '' ? {} : { q }) } }),
    placeholderData: keepPreviousData,
  });
  const listed: readonly Option[] = (found.data?.body.items ?? []).map(({ id, name, shortName }) => ({
    value: id,
    label: name,
    ...(shortName === null ? {} : { note: shortName }),
  }));
  const chosen = recent.find(({ value }) => value === bound.value);
  const options =
    chosen === undefined || listed.some(({ value }) => value === chosen.value) ? listed : [chosen, ...listed];
  return (
    <div className="register-enterprise">
      <Combobox
        {...bound}
        label={label('enterprise')}
        placeholder={label('enterpriseHint')}
        required
        options={options}
        matches={all}
        onType={setTyped}
        onChange={(value) => {
          const option = options.find((each) => each.value === value);
          if (option === undefined) bound.onChange('');
          else onChoose(option);
        }}
      />
      {recent.length === 0 ? null : (
        <div className="register-recent" role="group" aria-label={t('recent')}>
          {recent.map((option) => (
            <button
              key={option.value}
              type="button"
              aria-pressed={option.value === bound.value}
              onClick={() => onChoose(option)}
            >
              {option.note ?? option.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
