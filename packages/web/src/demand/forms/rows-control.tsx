import type { ReactElement } from 'react';
import { demandFieldTexts } from '../../lib/messages/demand-field-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Bound } from '../../ui/form/inputs.tsx';
import type { Asked, CellValue, RowsField, RowValue } from './field.ts';
import { CellControl } from './cell-control.tsx';
import './forms.css';
import { emptyRow } from './sent.ts';

type RowsProps = {
  readonly field: RowsField;
  readonly bound: Bound<readonly RowValue[]>;
  readonly asked: Asked;
};

/** A small table: rows are added and taken away, each cell is a field. */
export function RowsControl({ field, bound, asked }: RowsProps): ReactElement {
  const t = useTexts(demandFieldTexts);
  const { value, onChange, name, error } = bound;
  const change = (at: number, column: string, cell: CellValue): void =>
    onChange(value.map((row, each) => (each === at ? { ...row, [column]: cell } : row)));
  return (
    <fieldset className="demand-rows">
      <legend className="ui-group-label">{asked.label(field.label)}</legend>
      {value.map((row, at) => (
        <div
          key={`${at}-${value.length}`}
          className="demand-row"
          role="group"
          aria-label={t('row', { row: at + 1 })}
        >
          <div className="demand-row-head">
            <b>{at + 1}</b>
            {value.length > field.least ? (
              <Button
                look="quiet"
                icon="close"
                aria-label={t('removeRow', { row: at + 1 })}
                onClick={() => onChange(value.filter((_, each) => each !== at))}
              />
            ) : null}
          </div>
          <div className="demand-row-cells">
            {Object.entries(field.columns).map(([column, cell]) => (
              <CellControl
                key={column}
                field={cell}
                asked={asked}
                bound={{
                  name: `${name}.${at}.${column}`,
                  value: row[column] ?? '',
                  onChange: (next: CellValue) => change(at, column, next),
                }}
              />
            ))}
          </div>
        </div>
      ))}
      {error === undefined ? null : (
        <p className="ui-field-error" role="alert">
          <Icon name="warn" />
          {error}
        </p>
      )}
      {value.length < field.most ? (
        <Button icon="plus" onClick={() => onChange([...value, emptyRow(field.columns)])}>
          {t('addRow')}
        </Button>
      ) : null}
    </fieldset>
  );
}
