import type { ImportKey } from '@xiaoer/contract/imports';
import { URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import type { Configuration } from '../../configuration/configuration.ts';
import { isActiveTerritory } from '../../configuration/configuration.ts';
import { URGENCY_WORDS } from '../lists/words.ts';
import { IMPORT_COLUMNS } from './columns.ts';

const WIDTHS: Readonly<Partial<Record<ImportKey, number>>> = {
  text: 60,
  enterprise: 30,
  creditCode: 24,
  title: 30,
};

/** An empty sheet with the zone's own categories, territories and urgencies to choose from. */
export const templateWorkbook = async (configuration: Configuration): Promise<Buffer> => {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('诉求导入', { views: [{ state: 'frozen', ySplit: 1 }] });
  const choices = book.addWorksheet('可选项');
  const lists: Readonly<Partial<Record<ImportKey, readonly string[]>>> = {
    category: [...configuration.catalogue.values()]
      .filter(({ active }) => active)
      .map(({ names }) => names.zh),
    territory: [...configuration.territories.values()]
      .filter(({ id }) => isActiveTerritory(configuration, id))
      .map(({ name }) => name),
    urgency: URGENCIES.map((urgency) => URGENCY_WORDS[urgency]),
  };
  sheet.columns = IMPORT_COLUMNS.map(({ key, headers, ...column }) => ({
    header: 'required' in column ? `${headers[0]}*` : headers[0],
    width: WIDTHS[key] ?? 16,
    style: { numFmt: column.kind === 'text' ? '@' : 'General' },
  }));
  sheet.getRow(1).font = { bold: true };
  Object.entries(lists).forEach(([key, values], index) => {
    const letter = String.fromCharCode(65 + index);
    values.forEach((value, row) => (choices.getCell(`${letter}${row + 1}`).value = value));
    const place = IMPORT_COLUMNS.findIndex((column) => column.key === key);
    const range = `'可选项'!$${letter}$1:$${letter}$${Math.max(values.length, 1)}`;
    for (let row = 2; row <= 201; row += 1)
      sheet.getCell(row, place + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [range],
      };
  });
  return Buffer.from(await book.xlsx.writeBuffer());
};
