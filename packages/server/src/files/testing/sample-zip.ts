import { crc32, deflateRawSync } from 'node:zlib';

export type SamplePart = {
  readonly name: string;
  readonly content: Buffer | string;
  readonly stored?: boolean;
  /** What the directory says the size is, when it lies. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
  /** The name in the local header, when it differs. */
  readonly localName?: string;
};

/** Writes a zip archive, also one that lies. */
export function sampleZip(parts: readonly SamplePart[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored === true ? content : deflateRawSync(content);
    const shared = Buffer.alloc(22);
    shared.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    shared.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.claimedSize ?? content.length, 18);
    const header = (signature: string, name: string, tail: Buffer) => {
      const nameLength = Buffer.alloc(2);
      nameLength.writeUInt16LE(Buffer.byteLength(name));
      return Buffer.concat([Buffer.from(signature, 'hex'), shared, nameLength, tail, Buffer.from(name)]);
    };
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(offset, 12);
    const local = Buffer.concat([header('504b0304', part.localName ?? part.name, Buffer.alloc(2)), packed]);
    centrals.push(header('504b01021400', part.name, tail));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

const MAIN_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
} as const;

/** The smallest thing that says it is an Office file of this kind. */
export const sampleOoxml = (kind: keyof typeof MAIN_TYPES, ...parts: SamplePart[]): Buffer =>
  sampleZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${MAIN_TYPES[kind]}"/></Types>`,
    },
    ...parts,
  ]);
