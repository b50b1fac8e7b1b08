import type { ReactElement } from 'react';
import { DateField, DateRange } from '../../ui/antd/date-field.tsx';
import { ManyField } from '../../ui/antd/many-field.tsx';
import { TreeField } from '../../ui/antd/tree-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card } from '../../ui/page.tsx';

const TREE = [
  {
    value: 'lj',
    title: '两江新区',
    children: [
      { value: 'gdfw', title: '供电服务中心' },
      { value: 'jsgl', title: '建设管理局' },
    ],
  },
];
const EMPTY: { day: string; unit: string; tags: readonly string[] } = {
  day: '2026-03-09',
  unit: '',
  tags: ['a'],
};

/** The dense desktop controls that come from antd. */
export function DesktopControlSamples(): ReactElement {
  const form = useForm(EMPTY);
  return (
    <Card title="Desktop controls">
      <div className="ui-form ui-form-two">
        <DateField {...form.bind('day')} label="日期" from="2026-01-01" />
        <TreeField {...form.bind('unit')} label="单位" tree={TREE} placeholder="请选择" />
        <ManyField
          {...form.bind('tags')}
          label="标签"
          options={[
            { value: 'a', label: '专精特新' },
            { value: 'b', label: '四上企业' },
          ]}
        />
        <DateRange label="时段" from="2026-01-01" to="" onChange={() => undefined} />
      </div>
    </Card>
  );
}
