import { useState } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextAreaField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { DemandItem } from '../light-of.ts';
import { useDemandWords } from '../words.ts';
import { BatchReport } from './batch-report.tsx';
import { useBatch } from './use-batch.ts';

/** Reminds the units of all chosen demands with the same words. */
export function BatchRemind({
  rows,
  onDone,
}: {
  readonly rows: readonly DemandItem[];
  readonly onDone: () => void;
}): ReactElement {
  const t = useTexts(demandListTexts);
  const { label, action } = useDemandWords();
  const [items, setItems] = useState<readonly DemandItem[]>();
  const batch = useBatch();
  const form = useForm({ text: '' });
  const close = (): void => {
    setItems(undefined);
    batch.reset();
    if (batch.state.done > 0) onDone();
  };
  const submit = (): void => {
    const text = form.values.text.trim();
    if (text === '') form.refuseField('text', label('needed'));
    else void batch.run('RemindUnit', items ?? [], () => ({ text }));
  };
  const isDone = batch.state.all > 0 && !batch.state.isRunning;
  return (
    <>
      <Button onClick={() => setItems(rows)}>{t('batchRemind')}</Button>
      <Drawer
        place="middle"
        title={t('batchRemindOf', { count: items?.length ?? 0 })}
        isOpen={items !== undefined}
        onClose={close}
      >
        <Form label={t('batchRemind')} onSubmit={submit}>
          <TextAreaField {...form.bind('text')} label={label('reminderText')} required longest={500} />
          <BatchReport state={batch.state} onCancel={batch.cancel} />
          <div>
            {isDone ? (
              <Button onClick={close}>{t('finish')}</Button>
            ) : (
              <Button type="submit" look="main" busy={batch.state.isRunning}>
                {action('RemindUnit')}
              </Button>
            )}
          </div>
        </Form>
      </Drawer>
    </>
  );
}
