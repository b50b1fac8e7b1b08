import type { ReactElement } from 'react';
import { Clock } from '../../ui/clock.tsx';
import { Light } from '../../ui/light.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Owner } from '../../ui/owner.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../../ui/page.tsx';
import { Story } from '../../ui/story.tsx';
import type { StoryItem } from '../../ui/story.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';

const STORY: readonly StoryItem[] = [
  {
    id: '5',
    at: '今天 09:12',
    who: '供电服务中心 · 周敏',
    text: '提交答复，等待企业评价。',
    quote: '已更换 2 号配变高压熔断器，并将跳闸定值由 120 A 调整为 150 A。\n后续一周每日巡视。',
    tone: 'fine',
  },
  {
    id: '4',
    at: '3月8日 周日 16:40',
    who: '供电服务中心 · 周敏',
    text: '现场走访，确认故障点。',
    proof: <Tag word="照片 3 张" />,
  },
  {
    id: '3',
    at: '3月8日 周日 11:05',
    who: '综合协调岗 · 李强',
    text: '内部备注：企业当日有出口订单，优先处理。',
    inside: '仅内部可见',
  },
  { id: '2', at: '3月8日 周日 10:50', text: '超过联系时限 20 分钟，已自动提醒承办人。', tone: 'late' },
  {
    id: '1',
    at: '3月8日 周日 10:02',
    who: '企业服务专员 · 王芳',
    text: '登记诉求：10 kV 线路频繁跳闸，影响二车间生产。',
    tone: 'none',
  },
];

/** A record's page as features compose it. */
export function RecordSample(): ReactElement {
  const toast = useToast();
  const others = [
    {
      key: 'remind',
      label: '催办',
      onPress: () => toast({ text: '已催办', action: { label: '撤销', onPress: () => undefined } }),
    },
    { key: 'pause', label: '申请暂停', hint: '需说明原因', onPress: () => undefined },
    {
      key: 'withdraw',
      label: '撤回诉求',
      grave: true,
      onPress: () => toast({ text: '没有权限', tone: 'wrong' }),
    },
  ];
  return (
    <SplitPage
      header={
        <PageHeader
          back={{ href: '/demands', label: '诉求' }}
          title="10 kV 线路频繁跳闸，影响二车间生产"
          beside={<Light tone="soon" word="今日到期" />}
          lead="LJ-2026-0318 · 京东方显示 · 供电"
        />
      }
      next={
        <NextStep
          hint="等待您核对答复并回访企业"
          main={{ label: '登记回访', onPress: () => toast({ text: '已登记回访' }), icon: 'phone' }}
          others={others}
        />
      }
      storyLabel="办理过程"
      stateLabel="当前状态"
      story={
        <Card title="办理过程" aside={<a href="#all">全部</a>}>
          <Story label="办理过程" items={STORY} />
        </Card>
      }
      state={
        <>
          <Card title="时限">
            <div className="ui-stack">
              <Clock tone="done" label="联系" due="3月8日" left="已完成" used={1} />
              <Clock
                tone="soon"
                label="办结"
                due="今天 18:00 前"
                left="还剩 2 小时"
                used={0.86}
                pauses={[{ from: 0.3, to: 0.4 }]}
              />
            </div>
          </Card>
          <Card title="责任">
            <Facts
              rows={[
                { name: '主办', value: <Owner unit="供电服务中心" person="周敏" since="3月8日" /> },
                { name: '协办', value: <Owner unit="建设管理局" /> },
                { name: '联系领导', value: '陈立新' },
              ]}
            />
          </Card>
        </>
      }
    />
  );
}
