import { suggestDemand } from '@xiaoer/contract/demand-suggestion';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useCategoryName } from '../directory.ts';
import { LightCell, TitleCell } from '../list/item-cells.tsx';
import { useDemandWords } from '../words.ts';
import './register.css';

const WAIT_MS = 500;
const FEWEST_LETTERS = 6;

type Typed = {
  readonly text: string;
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly category: string;
};

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the text is likely about, and demands like it. A suggestion that does not come stops nobody. */
export function useSuggestions({ text, enterpriseId, siteId, category }: Typed) {
  const settled = useSettled(text.trim());
  const found = useQuery({
    queryKey: [suggestDemand.path, settled, enterpriseId, siteId, category],
    enabled: settled.length >= FEWEST_LETTERS,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const answer = await call(suggestDemand, {
        body: {
          text: settled,
          ...(enterpriseId === '' ? {} : { enterpriseId }),
          ...(siteId === '' ? {} : { siteId }),
          ...(category === '' ? {} : { category }),
        },
        signal,
      });
      return answer.ok ? answer.body : null;
    },
  });
  return found.data ?? undefined;
}

type Suggested = NonNullable<ReturnType<typeof useSuggestions>>;

/** The suggested category, taken over in one press; and what looks the same. */
export function Suggestions({
  found,
  category,
  onCategory,
}: {
  readonly found: Suggested | undefined;
  readonly category: string;
  readonly onCategory: (key: string) => void;
}): ReactElement | null {
  const t = useTexts(demandRegisterTexts);
  const categoryName = useCategoryName();
  if (found === undefined) return null;
  const suggested = found.category;
  return (
    <>
      {suggested === null || suggested.key === category ? null : (
        <p className="register-suggestion" role="status">
          {t('suggested', { category: categoryName(suggested.key) })}
          <Button look="quiet" onClick={() => onCategory(suggested.key)}>
            {t('take')}
          </Button>
        </p>
      )}
      {found.duplicates.length === 0 ? null : <Alike duplicates={found.duplicates} />}
    </>
  );
}

const FIRST_SHOWN = 3;

/** What looks the same: the likest at once, the others in one press. */
function Alike({ duplicates }: { readonly duplicates: Suggested['duplicates'] }): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const { word } = useDemandWords();
  const [whole, setWhole] = useState(false);
  const shown = whole ? duplicates : duplicates.slice(0, FIRST_SHOWN);
  return (
    <div className="register-duplicates">
      <b>{t('alike')}</b>
      <ul>
        {shown.map(({ demand, sharedWords, recurrence }) => (
          <li key={demand.id}>
            <TitleCell item={demand} words={sharedWords} />
            <span className="ui-second">
              {recurrence ? t('earlier') : word(`status.${demand.status}`)} · {demand.enterprise.name}
            </span>
            <LightCell item={demand} />
          </li>
        ))}
      </ul>
      {shown.length === duplicates.length ? null : (
        <Button look="quiet" onClick={() => setWhole(true)}>
          {t('furtherAlike', { count: duplicates.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
