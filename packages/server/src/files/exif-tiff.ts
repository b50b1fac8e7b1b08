/** What a picture's Exif says that is worth keeping, and whether it says where the picture was taken. */
export type ExifFacts = {
  /** 1 to 8; how a viewer must turn the picture. */
  readonly orientation: number;
  /** `YYYY:MM:DD HH:MM:SS` by the camera's own clock. */
  readonly takenAt: string | undefined;
  readonly hasPosition: boolean;
};

export const NO_EXIF: ExifFacts = { orientation: 1, takenAt: undefined, hasPosition: false };

const ORIENTATION = 0x0112;
const EXIF_FOLDER = 0x8769;
const GPS_FOLDER = 0x8825;
const TAKEN_AT = 0x9003;
const TAKEN_AT_LENGTH = 20;

type Field = { readonly type: number; readonly at: number };

class TiffReader {
  readonly bytes: Buffer;
  private readonly little: boolean;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.little = bytes.toString('latin1', 0, 2) === 'II';
  }

  short(at: number): number {
    return this.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  long(at: number): number {
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  fields(folder: number): Map<number, Field> {
    const fields = new Map<number, Field>();
    const count = this.short(folder);
    for (let index = 0; index < count; index += 1) {
      const at = folder + 2 + index * 12;
      fields.set(this.short(at), { type: this.short(at + 2), at: at + 8 });
    }
    return fields;
  }
}

function readFolders(tiff: TiffReader): ExifFacts {
  const root = tiff.fields(tiff.long(4));
  const turn = root.get(ORIENTATION);
  const orientation = turn === undefined ? 1 : tiff.short(turn.at);
  const exif = root.get(EXIF_FOLDER);
  const taken = exif === undefined ? undefined : tiff.fields(tiff.long(exif.at)).get(TAKEN_AT);
  const start = taken === undefined ? 0 : tiff.long(taken.at);
  const text = taken === undefined ? '' : tiff.bytes.toString('latin1', start, start + TAKEN_AT_LENGTH - 1);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAt: /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/u.test(text) ? text : undefined,
    hasPosition: root.has(GPS_FOLDER),
  };
}

/** Reads a TIFF block (Exif 2.32, section 4.5); a damaged one counts as holding a position. */
export function readExif(bytes: Buffer): ExifFacts {
  try {
    return readFolders(new TiffReader(bytes));
  } catch (fault) {
    if (fault instanceof RangeError) return { ...NO_EXIF, hasPosition: true };
    throw fault;
  }
}

/** Writes a TIFF block with the orientation and the moment alone, or undefined when there is nothing to say. */
export function writeExif(facts: ExifFacts): Buffer | undefined {
  if (facts.orientation === 1 && facts.takenAt === undefined) return undefined;
  const root: number[][] = [[ORIENTATION, 3, 1, facts.orientation]];
  const exifAt = 8 + 2 + 2 * 12 + 4;
  if (facts.takenAt !== undefined) root.push([EXIF_FOLDER, 4, 1, exifAt]);
  const folders = [folder(root)];
  if (facts.takenAt !== undefined) {
    const textAt = exifAt + 2 + 12 + 4;
    folders.push(
      folder([[TAKEN_AT, 2, TAKEN_AT_LENGTH, textAt]]),
      Buffer.from(`${facts.takenAt}\0`, 'latin1'),
    );
  }
  return Buffer.concat([Buffer.from('49492a0008000000', 'hex'), ...folders]);
}

function folder(fields: readonly (readonly number[])[]): Buffer {
  const bytes = Buffer.alloc(2 + fields.length * 12 + 4);
  bytes.writeUInt16LE(fields.length, 0);
  fields.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}
