/** Why an uploaded file is not taken. */
export const UPLOAD_PROBLEMS = [
  'file.empty',
  'file.tooLarge',
  'file.notAllowed',
  'file.disguised',
  'file.damaged',
  'file.encrypted',
  'file.macros',
  'file.oldOffice',
  'file.expandsTooMuch',
  'file.tooManyParts',
  'file.tooManyPixels',
  'file.dangerousXml',
] as const;
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number];
