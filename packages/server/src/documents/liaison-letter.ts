import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { chineseDate } from './chinese-date.ts';
import { officialDocx, type OfficialBlock } from './official-docx.ts';

/** 工作联系函: asks a body outside the zone to help with a demand. */
export type LiaisonLetter = {
  readonly issuer: string;
  readonly number?: string;
  readonly addressee: string;
  readonly subject: string;
  readonly demand: {
    readonly number: string;
    readonly enterprise: string;
    readonly raisedOn: LocalDate;
    readonly content: string;
  };
  readonly request: string;
  readonly replyBy: LocalDate;
  /** Where the addressee answers without signing in; works once. */
  readonly replyLink?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly attachments?: readonly string[];
  readonly date: LocalDate;
};

const paragraph = (text: string) => ({ type: 'paragraph', text }) as const;
const heading = (text: string) => ({ type: 'heading', level: 1, text }) as const;

function blocksOf(letter: LiaisonLetter): OfficialBlock[] {
  const { demand, contact } = letter;
  const online =
    letter.replyLink === undefined ? '' : `也可在下列网址在线答复（一次有效）：\n${letter.replyLink}`;
  return [
    paragraph(
      `${chineseDate(demand.raisedOn)}，${demand.enterprise}向我单位反映有关诉求（编号${demand.number}）。经研究，相关事项属贵单位职责范围，现将有关情况函告如下，请予支持。`,
    ),
    heading('一、企业诉求'),
    paragraph(demand.content),
    heading('二、商请事项'),
    paragraph(letter.request),
    heading('三、答复方式'),
    paragraph(`请于${chineseDate(letter.replyBy)}前将办理意见书面函复我单位。${online}`),
    paragraph(`联系人：${contact.name}，联系电话：${contact.phone}。`),
    paragraph('特此致函。'),
  ];
}

/** Writes the letter in the letter form of GB/T 9704-2012. */
export function liaisonLetter(letter: LiaisonLetter): Promise<Buffer> {
  return officialDocx({
    kind: 'letter',
    issuer: letter.issuer,
    title: `关于商请协助办理${letter.subject}的函`,
    ...(letter.number === undefined ? {} : { number: letter.number }),
    addressee: letter.addressee,
    blocks: blocksOf(letter),
    attachments: letter.attachments ?? [],
    signatory: letter.issuer,
    date: letter.date,
  });
}
