import { useCallback, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useNavigateTo } from '../anchor.tsx';
import { isTyping, nextIndex } from '../list-keys.ts';

type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
};

/** The row under the keyboard: j / k / arrows move it, Enter opens it, x selects it. */
export function useRowKeys<Row>(list: {
  readonly props: Rows<Row>;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  readonly toggle: (key: string) => void;
}) {
  const { props, box, rowHeight, toggle } = list;
  const [active, setActive] = useState(-1);
  const navigate = useNavigateTo();
  const { onOpen, href } = props;
  const open = useCallback(
    (row: Row): void => {
      if (onOpen !== undefined) onOpen(row);
      else if (href !== undefined) navigate(href(row));
    },
    [onOpen, href, navigate],
  );
  const show = (at: number): void => {
    setActive(at);
    const element = box.current;
    if (element === null) return;
    const row = element.querySelector(`tr[data-at="${at}"]`);
    // A row that is not drawn yet is scrolled to by its height.
    if (row === null) element.scrollTo({ top: at * rowHeight });
    else row.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target as HTMLElement)) return;
    const row = props.rows[active];
    const next = nextIndex(event.key, active, props.rows.length);
    const onRow = event.target === event.currentTarget;
    if (next !== undefined) show(next);
    else if (event.key === 'Enter' && row !== undefined && onRow) open(row);
    else if (event.key === 'x' && row !== undefined) toggle(props.rowKey(row));
    else return;
    event.preventDefault();
  };
  return { active, press, open, canOpen: href !== undefined || onOpen !== undefined };
}
