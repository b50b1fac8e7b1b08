export const importRefusals = {
  'sheet.notASheet': 'This is not an Excel sheet. Save it as .xlsx and choose it again.',
  'sheet.noSuchSheet': 'The file has no visible sheet. Show one and choose the file again.',
  'sheet.noHeader': 'No header was found. Name the columns in the first row, for example: {expected}.',
  'sheet.missingColumns': 'These columns are missing: {columns}. Add their names and contents.',
  'sheet.duplicateColumns': 'These columns are there twice: {columns}. Keep one of each.',
  'sheet.tooManyRows': 'More than {most} rows. Split the sheet and import the parts one by one.',
  'sheet.tooManyColumns': 'Row {rowNumber} has more than {most} columns. Delete those not needed.',
  'sheet.noRows': 'Nothing stands below the header. Fill in rows and choose the file again.',
  'cell.missing': 'Nothing is filled in',
  'cell.notADate': '“{typed}” is not a date; write it as 2022-05-16',
  'cell.notANumber': '“{typed}” is not a number',
  'cell.tooLong': 'Too long: {length} characters, at most {longest}',
  'cell.broken': 'The cell shows a fault ({typed}); mend the formula or type the value',
  'cell.formulaWithoutValue':
    'The formula has no result; open and save the file in Excel once, or type the value',
  'cell.formula': 'This is a formula; its shown result is imported',
  'cell.yearAssumed': 'No year is given; it is taken as {year}',
  'cell.digitsLost':
    'A long number: Excel may have lost its last digits ({typed}); check it, keep it as text',
  'import.enterprise-unknown': 'No enterprise “{typed}” was found; check the name, or register it first',
  'import.enterprise-ambiguous': 'Several enterprises are called “{typed}”; fill in the credit code',
  'import.enterprise-mismatch': 'The name “{typed}” is not that of the credit code, “{known}”',
  'import.category-unknown': 'There is no category “{typed}”; choose one of those in the template',
  'import.urgency-unknown': 'There is no urgency “{typed}”; choose one of those in the template',
  'import.territory-unknown': 'There is no territory “{typed}”; choose one of those in the template',
  'import.territory-ambiguous': 'Several territories are called “{typed}”; write the full name',
  'import.same-text-in-sheet': 'The same text as in row {first}; make sure it is not there twice by mistake',
  'import.same-text-known': 'The same text as in demand {number}; make sure it is not registered again',
} as const;

/** Why a step of an import is refused. */
export const importProblems = {
  'import.not-checked': 'The sheet is still being checked. Import it when the check is done.',
  'import.has-errors': 'The sheet still has errors. Mend them as shown and upload it again.',
  'import.over': 'This import is over. Upload the sheet again to go on.',
} as const;
