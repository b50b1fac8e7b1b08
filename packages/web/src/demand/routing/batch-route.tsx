import { useState } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Combobox } from '../../ui/form/combobox.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useUnits } from '../directory.ts';
import type { DemandItem } from '../light-of.ts';
import { BatchReport } from '../list/batch-report.tsx';
import type { BatchProps } from '../list/demand-table.tsx';
import { useBatch } from '../list/use-batch.ts';
import { useSuggestedUnit } from './use-suggested-unit.ts';

type Chosen = Readonly<Record<string, string>>;

/** One demand with the unit it will go to. */
function Row({
  item,
  unitId,
  onUnit,
}: {
  readonly item: DemandItem;
  readonly unitId: string;
  readonly onUnit: (unitId: string) => void;
}): ReactElement {
  const units = useUnits();
  return (
    <li className="ui-card">
      <div className="ui-card-body">
        <Combobox
          name={item.id}
          label={`${item.title} · ${item.enterprise.name}`}
          required
          options={units}
          value={unitId}
          onChange={onUnit}
        />
      </div>
    </li>
  );
}

/** Routes all chosen demands, each to the unit that was suggested or chosen for it. */
export function BatchRoute({ rows, onDone }: BatchProps): ReactElement {
  const t = useTexts(demandListTexts);
  const suggested = useSuggestedUnit();
  const [items, setItems] = useState<readonly DemandItem[]>();
  const [units, setUnits] = useState<Chosen>({});
  const batch = useBatch();
  const open = (): void => {
    setUnits(Object.fromEntries(rows.map((item) => [item.id, suggested(item) ?? ''])));
    setItems(rows);
  };
  const close = (): void => {
    setItems(undefined);
    if (batch.state.done > 0) onDone();
    batch.reset();
  };
  const ready = (items ?? []).filter(({ id }) => (units[id] ?? '') !== '');
  const skipped = (items?.length ?? 0) - ready.length;
  const isDone = batch.state.all > 0 && !batch.state.isRunning;
  const submit = (): void =>
    void batch.run('RouteDemand', ready, ({ id }) => ({ lead: { unitId: units[id] }, coHandlers: [] }));
  return (
    <>
      <Button look="main" onClick={open}>
        {t('batchRoute')}
      </Button>
      <Drawer
        title={t('batchRouteOf', { count: items?.length ?? 0 })}
        isOpen={items !== undefined}
        onClose={close}
      >
        <Form label={t('batchRoute')} onSubmit={submit}>
          {batch.state.all === 0 ? (
            <ul className="ui-stack">
              {(items ?? []).map((item) => (
                <Row
                  key={item.id}
                  item={item}
                  unitId={units[item.id] ?? ''}
                  onUnit={(unitId) => setUnits((before) => ({ ...before, [item.id]: unitId }))}
                />
              ))}
            </ul>
          ) : null}
          {skipped > 0 ? <p role="status">{t('routeSkipped', { count: skipped })}</p> : null}
          <BatchReport state={batch.state} onCancel={batch.cancel} />
          <div>
            {isDone ? (
              <Button onClick={close}>{t('finish')}</Button>
            ) : (
              <Button type="submit" look="main" busy={batch.state.isRunning} disabled={ready.length === 0}>
                {t('routing')}
              </Button>
            )}
          </div>
        </Form>
      </Drawer>
    </>
  );
}
