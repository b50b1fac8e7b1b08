import { VERDICT_GRADES } from '@xiaoer/domain/demand/vocabulary';
import type { ReactElement } from 'react';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { TickField } from '../../ui/form/inputs.tsx';
import { GRADES, VerdictInput } from '../../ui/verdict.tsx';
import { gradeNumber, gradeWords } from '../grades.ts';
import { as, CellControl } from './cell-control.tsx';
import type { ControlOf } from './cell-control.tsx';
import type { Field, RowValue } from './field.ts';
import { isCell } from './field.ts';
import { DemandPicker, ManyPicker } from './pickers.tsx';
import { RowsControl } from './rows-control.tsx';

function GradeControl({
  bound,
  label,
  asked,
}: { label: string } & Omit<ControlOf<Field>, 'field'>): ReactElement {
  const { value, onChange, error } = as<string>(bound);
  const given = VERDICT_GRADES.find((grade) => grade === value);
  return (
    <VerdictInput
      label={label}
      words={gradeWords(asked.word)}
      value={given === undefined ? undefined : gradeNumber(given)}
      onChange={(chosen) => onChange(VERDICT_GRADES[GRADES.length - chosen] ?? '')}
      {...(error === undefined ? {} : { error })}
    />
  );
}

/** The control for any field of a form. */
export function FieldControl({ field, bound, asked }: ControlOf<Field>): ReactElement {
  if (isCell(field)) return <CellControl field={field} bound={bound} asked={asked} />;
  const label = asked.label(field.label);
  switch (field.kind) {
    case 'tick':
      return <TickField {...as<boolean>(bound)} label={label} />;
    case 'files': {
      const { value, onChange, error } = as<readonly File[]>(bound);
      return <FileDrop label={label} files={value} onChange={onChange} error={error} />;
    }
    case 'units':
    case 'people':
      return <ManyPicker field={field} bound={as<readonly string[]>(bound)} asked={asked} />;
    case 'grade':
      return <GradeControl bound={bound} label={label} asked={asked} />;
    case 'demand':
      return <DemandPicker field={field} bound={as<string>(bound)} asked={asked} />;
    case 'rows':
      return <RowsControl field={field} bound={as<readonly RowValue[]>(bound)} asked={asked} />;
  }
}
