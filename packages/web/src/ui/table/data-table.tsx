import { startTransition, useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useSteady } from '../use-steady.ts';
import { useWords } from '../words.tsx';
import type { Column, Sort } from './column.ts';
import { count } from './count.ts';
import './data-table.css';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useRoomBelow } from './use-room-below.ts';
import { useRowKeys } from './use-row-keys.ts';
import { windowOfRows } from './window-of-rows.ts';

export type DataTableProps<Row> = {
  /** What the list holds; spoken as the table's name. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Keys of the columns to show; all without it. */
  readonly shown?: readonly string[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The record behind a row, where there is one to open; Enter and a press on the row open it. */
  readonly href?: (row: Row) => string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly dense?: boolean;
  readonly isLoading?: boolean;
  /** All rows that match, when known; rows come in pages from the server. */
  readonly total?: number;
  /** There are more than `total`. */
  readonly isMore?: boolean;
  readonly onMore?: () => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
  readonly empty?: ReactNode;
  /** Greatest height of the scrolled area; what the window leaves by default. */
  readonly height?: string;
};

const DEFAULT_HEIGHT = 'var(--room, max(320px, calc(100vh - 240px)))';
const HEIGHTS = { normal: 40, dense: 32 } as const;

function useScrolled() {
  const [place, setPlace] = useState({ scrolled: 0, viewport: 800 });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const read = (): void => {
      // On phones the page scrolls, not the list: every loaded row is drawn, the browser skips those out of sight.
      const isOwnScroller = getComputedStyle(element).maxHeight !== 'none';
      setPlace({ scrolled: element.scrollTop, viewport: isOwnScroller ? element.clientHeight : Infinity });
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, []);
  return { box, ...place };
}

/** Rows that are new are drawn as far as they are in sight, the others once those are painted. */
function usePainted(list: string): boolean {
  const [painted, setPainted] = useState(list);
  useEffect(() => {
    if (painted === list) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(list)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [painted, list]);
  return painted === list;
}

/** Another list of rows than before begins with another: one that grows, or whose last row has changed, is the same. */
const beginningOf = <Row,>({ rows, rowKey }: DataTableProps<Row>): string =>
  rows.slice(0, 1).map(rowKey).join();

const Spacer = ({ height, span }: { readonly height: number; readonly span: number }): ReactElement | null =>
  height === 0 ? null : (
    <tr aria-hidden className="ui-table-spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  );

/** Selecting rows: one at a time or all that are loaded. */
function useSelection<Row>({ rows, rowKey, selected, onSelect }: DataTableProps<Row>) {
  const toggle = useSteady((key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  });
  const isAll = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)));
  const toggleAll = (): void => onSelect?.(isAll ? new Set() : new Set(rows.map(rowKey)));
  return { toggle, toggleAll, isAll, isOn: onSelect !== undefined };
}

/** How much is shown, and a way to more when scrolling did not bring it. */
function TableFoot<Row>({
  rows,
  total,
  isMore,
  onMore,
  isLoading,
}: DataTableProps<Row>): ReactElement | null {
  const words = useWords();
  const standing = isMore === true ? words.loadedOfMore : words.loadedOf;
  if (total === undefined && onMore === undefined) return null;
  return (
    <div className="ui-table-foot">
      {total === undefined ? null : standing(count(rows.length), count(total))}
      {onMore === undefined ? null : (
        <Button look="quiet" onClick={onMore} busy={isLoading === true}>
          {words.loadMore}
        </Button>
      )}
    </div>
  );
}

function Listed<Row>(props: DataTableProps<Row>): ReactElement {
  const { rows, rowKey, dense = false, onMore, isLoading = false } = props;
  const columns =
    props.shown === undefined ? props.columns : props.columns.filter(({ key }) => props.shown?.includes(key));
  const rowHeight = dense ? HEIGHTS.dense : HEIGHTS.normal;
  const { box, scrolled, viewport } = useScrolled();
  useRoomBelow(box);
  const isWhole = usePainted(beginningOf(props));
  const drawn = windowOfRows({ count: rows.length, rowHeight, scrolled, viewport, isWhole });
  const selection = useSelection(props);
  const keys = useRowKeys({ props, box, rowHeight, toggle: selection.toggle });
  const isNearEnd = drawn.end >= rows.length && rows.length * rowHeight - scrolled - viewport < 600;
  useEffect(() => {
    if (isNearEnd && scrolled > 0 && !isLoading) onMore?.();
  }, [isNearEnd, scrolled, isLoading, onMore]);
  const span = columns.length + (selection.isOn ? 1 : 0);
  return (
    <div className="ui-table-box">
      <div
        ref={box}
        className={`ui-table-scroll${dense ? ' ui-dense' : ''}`}
        style={{ maxHeight: props.height ?? DEFAULT_HEIGHT }}
        tabIndex={0}
        role="region"
        aria-label={props.label}
      >
        <table
          className="ui-table"
          aria-rowcount={props.isMore === true ? -1 : (props.total ?? rows.length)}
          aria-busy={isLoading}
        >
          <TableHead {...props} columns={columns} selection={selection} />
          <tbody>
            <Spacer height={drawn.above} span={span} />
            {rows.slice(drawn.first, drawn.end).map((row, offset) => (
              <TableRow
                key={rowKey(row)}
                row={row}
                id={rowKey(row)}
                at={drawn.first + offset}
                columns={columns}
                isActive={keys.active === drawn.first + offset}
                isSelected={props.selected?.has(rowKey(row)) === true}
                toggle={selection.isOn ? selection.toggle : undefined}
                open={keys.opens(row) ? keys.open : undefined}
              />
            ))}
            <Spacer height={drawn.below} span={span} />
          </tbody>
        </table>
        {isLoading && rows.length === 0 ? <Skeleton shape="rows" count={8} /> : null}
      </div>
      <TableFoot {...props} />
    </div>
  );
}

/** A list of records: header that stays, sort on the server, pages by cursor, j / k / Enter / x. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  if (props.rows.length > 0 || props.isLoading === true) return <Listed {...props} />;
  return <div className="ui-table-box">{props.empty}</div>;
}
