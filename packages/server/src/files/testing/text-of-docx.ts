import { DOCUMENT_ZIP_LIMITS, openOoxml, readPart } from '../ooxml.ts';

/** The visible text of a .docx. */
export const textOfDocx = async (docx: Buffer): Promise<string> => {
  const opened = await openOoxml(docx, DOCUMENT_ZIP_LIMITS);
  if (!opened.accepted) throw new Error(opened.refusal.code);
  return (await readPart(opened.value.archive, 'word/document.xml')).replaceAll(/<[^>]+>/gu, '');
};
