import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { enterprises } from '@xiaoer/contract/enterprise';
import { people } from '@xiaoer/contract/person';
import { projects } from '@xiaoer/contract/project';
import { useState } from 'react';
import { noted, useUnitWord } from './places.ts';
import { reading } from '../client/query.ts';

type Found = { readonly value: string; readonly label: string; readonly note?: string };

/**
 * The server has chosen by name and pinyin: whatever it found is shown; what was found before within the same bounds stays
 * known by name.
 */
function useFound(found: readonly Found[] | undefined, bounds = '') {
  const [before, setBefore] = useState<{ readonly bounds: string; readonly seen: readonly Found[] }>();
  const seen = before?.bounds === bounds ? before.seen : [];
  const fresh = (found ?? []).filter(({ value }) => !seen.some((each) => each.value === value));
  if (fresh.length > 0) setBefore({ bounds, seen: [...seen, ...fresh] });
  const current = new Set((found ?? []).map(({ value }) => value));
  return {
    options: [...(found ?? []), ...seen.filter(({ value }) => !current.has(value))],
    matches: (option: { readonly value: string }) => current.has(option.value),
  };
}

const LIMIT = 20;
const asked = (q: string) => ({ limit: LIMIT, ...(q.trim() === '' ? {} : { q: q.trim() }) });

function usePeople(q: string, more: { readonly staff?: 'true'; readonly unit?: string }) {
  const query = { ...asked(q), standing: 'active' as const, ...more };
  // Of another unit there is nobody to show until its people have come.
  const placeholderData = more.unit === undefined ? keepPreviousData : undefined;
  const { data } = useQuery({ ...reading(people, { query }), placeholderData });
  const unitWord = useUnitWord();
  return data?.body.items.map(({ id, name, unit }) => ({ value: id, label: name, ...noted(unitWord(unit)) }));
}

/** Active people of the zone, found on the server as one types. */
export function useStaffSource() {
  const [q, onType] = useState('');
  return { ...useFound(usePeople(q, { staff: 'true' })), onType };
}

/** The active people of the unit that a field of this name holds; of the whole zone while it holds none. */
export const staffOfUnitIn =
  (field: string) =>
  (values: Readonly<Record<string, unknown>>): ReturnType<typeof useStaffSource> => {
    const [q, onType] = useState('');
    const unit = values[field];
    const narrowed = typeof unit === 'string' && unit !== '' ? { unit } : {};
    return { ...useFound(usePeople(q, { staff: 'true', ...narrowed }), narrowed.unit), onType };
  };

/** Everybody active, contacts of enterprises too. */
export function usePersonSource() {
  const [q, onType] = useState('');
  return { ...useFound(usePeople(q, {})), onType };
}

export function useEnterpriseSource() {
  const [q, onType] = useState('');
  const { data } = useQuery({
    ...reading(enterprises, { query: asked(q) }),
    placeholderData: keepPreviousData,
  });
  const found = data?.body.items.map(({ id, name, creditCode }) => ({
    value: id,
    label: name,
    ...(creditCode === null ? {} : { note: creditCode }),
  }));
  return { ...useFound(found), onType };
}

export function useProjectSource() {
  const [q, onType] = useState('');
  const { data } = useQuery({ ...reading(projects, { query: asked(q) }), placeholderData: keepPreviousData });
  return { ...useFound(data?.body.items.map(({ id, name }) => ({ value: id, label: name }))), onType };
}
