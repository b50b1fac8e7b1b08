/** What is wrong with a file that was sent or a list that was asked for as one; pages that send or take files bring it. */
export const fileProblems = {
  'file.empty': 'The file is empty. Choose another one.',
  'file.tooLarge': 'The file is too large. Make it smaller or choose another one.',
  'file.notAllowed': 'This kind of file is not accepted. Use a picture, a PDF or an Office file.',
  'file.disguised': 'The file is not what it claims to be and was not taken. Save it anew and try again.',
  'file.damaged': 'The file is damaged and cannot be read. Export it again and try once more.',
  'file.encrypted': 'The file is encrypted. Remove its password and upload it again.',
  'file.macros': 'The file holds macros and was not taken. Save it without macros.',
  'file.oldOffice': 'Old Office files are not accepted. Save it as .docx or .xlsx first.',
  'file.expandsTooMuch': 'The file becomes too large when unpacked and was not taken.',
  'file.tooManyParts': 'The file has too many parts inside. Save it anew and try again.',
  'file.tooManyPixels': 'The picture has too many pixels. Make it smaller first.',
  'file.dangerousXml': 'The file holds unsafe content and was not taken. Save it anew and try again.',
  'list.too-long':
    'The list has more than {most} rows, too many for one file of this kind. Narrow it down by its filters, then export.',
} as const;
