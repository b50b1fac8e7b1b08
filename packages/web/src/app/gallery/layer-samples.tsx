import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Card } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Layers, messages and what is shown while waiting. */
export function LayerSamples(): ReactElement {
  const [open, setOpen] = useState<'side' | 'middle'>();
  const [tab, setTab] = useState('a');
  const toast = useToast();
  return (
    <section className="ui-stack">
      <div className="ui-row">
        <Button onClick={() => setOpen('side')}>Drawer</Button>
        <Button onClick={() => setOpen('middle')}>Dialog</Button>
        <Button
          onClick={() => toast({ text: '已保存', action: { label: '撤销', onPress: () => undefined } })}
        >
          Toast
        </Button>
      </div>
      <ErrorNote
        title="刚才有人改动了这条记录。"
        detail="请查看最新内容后再操作。"
        reference="编号 01J9X4"
        action={<Button>查看最新</Button>}
      />
      <Progress
        label="正在导入"
        share={0.42}
        detail="2,100 / 5,000 行"
        cancel={{ label: '取消', onPress: () => undefined }}
      />
      <Card title="Skeleton">
        <Skeleton />
      </Card>
      <Tabs
        label="Tabs"
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'a', label: '问题清单', count: '12' },
          { key: 'b', label: '任务清单' },
        ]}
      >
        {tab === 'a' ? '问题' : '任务'}
      </Tabs>
      <Drawer
        title="转办"
        place={open ?? 'side'}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
        foot={
          <>
            <Button onClick={() => setOpen(undefined)}>取消</Button>
            <Button look="main" onClick={() => setOpen(undefined)}>
              转办
            </Button>
          </>
        }
      >
        <p>请选择承办单位并说明理由。</p>
      </Drawer>
    </section>
  );
}
