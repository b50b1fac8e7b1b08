import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../words.tsx';
import './filter-fold.css';

export type FilterFoldProps = {
  /** How many filters are set. */
  readonly active: number;
  readonly onClear?: () => void;
};

/** The filters of a list: in sight on the desktop, on a phone behind one button that says how many are set. */
export function FilterFold({
  active,
  onClear,
  children,
}: FilterFoldProps & { readonly children: ReactNode }): ReactElement {
  const words = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span className="ui-filter-fold-button">
        <Button
          icon="filter"
          look={active > 0 ? 'main' : 'plain'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {active > 0 ? words.filtersSet(active) : words.filters}
        </Button>
      </span>
      <div id={id} className={isOpen ? 'ui-filter-fold ui-filter-fold-open' : 'ui-filter-fold'}>
        {children}
        {active > 0 && onClear !== undefined ? (
          <Button look="quiet" icon="close" onClick={onClear}>
            {words.clearFilters}
          </Button>
        ) : null}
      </div>
    </>
  );
}
