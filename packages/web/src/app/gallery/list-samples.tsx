import { useState } from 'react';
import type { ReactElement } from 'react';
import { Anchor } from '../../ui/anchor.tsx';
import { Board } from '../../ui/board.tsx';
import { Button } from '../../ui/button.tsx';
import { Clock } from '../../ui/clock.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect, SearchBox } from '../../ui/form/bar-inputs.tsx';
import { Light } from '../../ui/light.tsx';
import { Card } from '../../ui/page.tsx';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ListBar } from '../../ui/table/list-bar.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { sampleRows } from './sample-words.ts';
import type { SampleRow } from './sample-words.ts';

const address = (row: SampleRow): string => `/gallery?row=${row.id}`;

const COLUMNS: readonly Column<SampleRow>[] = [
  {
    key: 'title',
    title: '诉求',
    isLead: true,
    cell: (row) => <Anchor href={address(row)}>{row.title}</Anchor>,
  },
  { key: 'light', title: '状态', width: 120, cell: (row) => <Light quiet tone={row.tone} word="办理中" /> },
  {
    key: 'due',
    title: '时限',
    width: 200,
    isSortable: true,
    cell: (row) => (
      <Clock tone={row.tone} due={`3月${row.days + 1}日`} left={`还剩 ${row.days} 天`} used={row.days / 23} />
    ),
  },
  { key: 'owner', title: '承办单位', width: 140, isSortable: true, cell: (row) => row.unit },
  { key: 'enterprise', title: '企业', width: 150, cell: (row) => row.enterprise },
  { key: 'number', title: '编号', width: 130, align: 'end', cell: (row) => row.id },
];

const ROWS = sampleRows(400);

/** Lists, dense lists, boards and empty lists. */
export function ListSamples(): ReactElement {
  const [sort, setSort] = useState<Sort>({ key: 'due', direction: 'up' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<readonly string[]>(COLUMNS.map(({ key }) => key));
  return (
    <section className="ui-stack">
      <LinkTabs
        label="视图"
        current="list"
        tabs={[
          { key: 'list', label: '列表', count: '2,000', href: '/gallery' },
          { key: 'board', label: '看板', href: '/gallery?view=board' },
        ]}
      />
      <ListBar
        columns={{ all: COLUMNS, shown, onChange: setShown }}
        take={async () => undefined}
        selected={{
          count: selected.size,
          onClear: () => setSelected(new Set()),
          actions: <Button>批量催办</Button>,
        }}
      >
        <SearchBox label="搜索" />
        <FilterSelect
          label="全部状态"
          value=""
          choices={[{ value: 'open', label: '办理中' }]}
          onChange={() => undefined}
        />
      </ListBar>
      <DataTable
        label="诉求列表"
        height="440px"
        columns={COLUMNS}
        shown={shown}
        rows={ROWS}
        rowKey={(row) => row.id}
        href={address}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        total={100_000}
      />
      <DataTable
        label="紧凑列表"
        dense
        columns={COLUMNS.slice(0, 4)}
        rows={ROWS.slice(0, 4)}
        rowKey={(row) => row.id}
      />
      <Board
        label="看板"
        columns={['待受理', '办理中', '待评价', '已办结'].map((title, at) => ({
          key: title,
          title,
          count: at * 1_234,
          empty: '这里没有诉求',
          cards: ROWS.slice(0, at).map((row) => ({
            key: row.id,
            card: (
              <>
                <Anchor href={address(row)}>{row.title}</Anchor>
                <span className="ui-second">{row.enterprise}</span>
                <Light quiet tone={row.tone} word={`还剩 ${row.days} 天`} />
              </>
            ),
          })),
        }))}
      />
      <Card>
        <Empty
          title="今天没有到期的诉求"
          next="可以看看本周到期的，或登记一次走访。"
          action={<Button look="main">查看本周</Button>}
        />
      </Card>
    </section>
  );
}
