import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useNavigateTo } from '../anchor.tsx';
import { isTyping, nextIndex } from '../list-keys.ts';
import { useSteady } from '../use-steady.ts';

type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => string | undefined;
  readonly onOpen?: (row: Row) => void;
};

const ELSEWHERE = 'dialog, [role="menu"], [role="listbox"]';

/** Whether a key is for this list: pressed in it, or nowhere in particular and it is the page's first. */
function isFor(box: HTMLElement, target: Element): 'inside' | 'outside' | undefined {
  if (box.contains(target)) return 'inside';
  if (target.closest(ELSEWHERE) !== null || document.querySelector('dialog[open]') !== null) return undefined;
  return document.querySelector('.ui-table-scroll') === box ? 'outside' : undefined;
}

/** The row under the keyboard: j / k / arrows move it, Enter opens it, x selects it; j and k also lead into the list. */
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
  const open = useSteady((row: Row) => {
    const address = href?.(row);
    if (onOpen !== undefined) onOpen(row);
    else if (address !== undefined) navigate(address);
  });
  const show = (at: number): void => {
    setActive(at);
    const element = box.current;
    if (element === null) return;
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true });
    const row = element.querySelector(`tr[data-at="${at}"]`);
    // A row that is not drawn yet is scrolled to by its height.
    if (row === null) element.scrollTo({ top: at * rowHeight });
    else row.scrollIntoView({ block: 'nearest' });
  };
  const press = useSteady((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const place = box.current === null ? undefined : isFor(box.current, target);
    if (place === undefined || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target as HTMLElement)) return;
    const row = props.rows[active];
    const moves = place === 'inside' || event.key === 'j' || event.key === 'k';
    const next = moves ? nextIndex(event.key, active, props.rows.length) : undefined;
    const onRow = target === box.current || target === document.body;
    if (next !== undefined) show(next);
    else if (event.key === 'Enter' && row !== undefined && onRow) open(row);
    else if (event.key === 'x' && row !== undefined) toggle(props.rowKey(row));
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    // Above the document: the shell's own keys, such as g then j, come first.
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [press]);
  const opens = (row: Row): boolean => onOpen !== undefined || href?.(row) !== undefined;
  return { active, open, opens };
}
