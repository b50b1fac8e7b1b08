import { crc32, deflateSync } from 'node:zlib';

const BASELINE =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABgRAAIDAAAAAAAAAAAAAAAAAAAFQoHB/9oADAMBAAIRAxEAPwCBCBiqdaPZRvD/2Q==';
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//aAAwDAQACEAMQAAABzwGf/8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQABBQI//8QAFhEAAwAAAAAAAAAAAAAAAAAAAARB/9oACAEDAQE/AWYf/8QAFhEAAwAAAAAAAAAAAAAAAAAAAARB/9oACAECAQE/AVaf/8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQAGPwI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQABPyE//9oADAMBAAIAAwAAABD3/8QAFREBAQAAAAAAAAAAAAAAAAAAwQD/2gAIAQMBAT8QQv/EABURAQEAAAAAAAAAAAAAAAAAAMEA/9oACAECAQE/EDb/xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/ED//2Q==';
const WEBP_LOSSLESS = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';

export const XMP_WITH_POSITION = Buffer.from(
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="29,39.5N"/></rdf:RDF></x:xmpmeta>',
);

/** A red and a blue square, 16 x 8, written by poppler. */
export const baselineJpeg = () => Buffer.from(BASELINE, 'base64');
export const progressiveJpeg = () => Buffer.from(PROGRESSIVE, 'base64');
export const losslessWebp = () => Buffer.from(WEBP_LOSSLESS, 'base64');

type Field = readonly [tag: number, type: number, count: number, value: Buffer];

const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const folder = (fields: readonly Field[]) => {
  const bytes = Buffer.alloc(2 + fields.length * 12 + 4);
  bytes.writeUInt16BE(fields.length);
  fields.forEach(([tag, type, count, value], index) => {
    const at = 2 + index * 12;
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(count, at + 4);
    value.copy(bytes, at + 8);
  });
  return bytes;
};

/** A big-endian Exif block as a phone writes it: turned by 90 degrees, dated, and placed in Chongqing. */
export function phoneExif(): Buffer {
  const exifAt = 8 + 2 + 3 * 12 + 4;
  const gpsAt = exifAt + 2 + 12 + 4;
  const dateAt = gpsAt + 2 + 4 * 12 + 4;
  const latitudeAt = dateAt + 20;
  const rationals = (...numbers: number[]) =>
    Buffer.concat(numbers.flatMap((number) => [long(number), long(1)]));
  return Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    folder([
      [0x0112, 3, 1, Buffer.from([0, 6, 0, 0])],
      [0x8769, 4, 1, long(exifAt)],
      [0x8825, 4, 1, long(gpsAt)],
    ]),
    folder([[0x9003, 2, 20, long(dateAt)]]),
    folder([
      [1, 2, 2, Buffer.from('N\0\0\0')],
      [2, 5, 3, long(latitudeAt)],
      [3, 2, 2, Buffer.from('E\0\0\0')],
      [4, 5, 3, long(latitudeAt + 24)],
    ]),
    Buffer.from('2024:11:05 09:30:00\0'),
    rationals(29, 39, 30),
    rationals(106, 33, 15),
  ]);
}

function jpegBlock(marker: number, body: Buffer): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([header, body]);
}

/** Puts Exif, XMP, IPTC and a comment into a JPEG behind its JFIF block. */
export function jpegWithMetadata(jpeg: Buffer): Buffer {
  const afterJfif = 2 + 2 + jpeg.readUInt16BE(4);
  return Buffer.concat([
    jpeg.subarray(0, afterJfif),
    jpegBlock(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), phoneExif()])),
    jpegBlock(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), XMP_WITH_POSITION])),
    jpegBlock(0xed, Buffer.from('Photoshop 3.0\0city: Chongqing')),
    jpegBlock(0xfe, Buffer.from('taken at the gate')),
    jpeg.subarray(afterJfif),
  ]);
}

export function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

/** A PNG of one red pixel with the given chunks between header and picture. */
export function redPng(...chunks: Buffer[]): Buffer {
  return pngOfSize({ width: 1, height: 1 }, ...chunks);
}

export function pngOfSize(size: { width: number; height: number }, ...chunks: Buffer[]): Buffer {
  const header = Buffer.from('00000000000000000802000000', 'hex');
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function webpChunk(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 'latin1');
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)]);
}

/** The lossless sample in the extended format, with Exif and XMP. */
export function webpWithMetadata(): Buffer {
  const chunks = Buffer.concat([
    webpChunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    losslessWebp().subarray(12),
    webpChunk('EXIF', phoneExif()),
    webpChunk('XMP ', XMP_WITH_POSITION),
  ]);
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(chunks.length + 4, 4);
  return Buffer.concat([header, chunks]);
}

function box(type: string, ...bodies: Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A HEIC container: item 1 the coded picture, item 2 its Exif, item 3 XMP; the coded bytes are a stand-in. */
export function heicWithMetadata(...appended: Buffer[]): Buffer {
  const picture = Buffer.from('coded picture bytes');
  const exif = Buffer.concat([hex('00000006'), Buffer.from('Exif\0\0'), phoneExif()]);
  const entry = (id: number, type: string, rest = '') =>
    box('infe', hex('02 000000'), hex(`000${id} 0000`), Buffer.from(`${type}\0${rest}`));
  const file = (mdatAt: number) => {
    const location = (id: number, start: number, length: number) => {
      const bytes = hex(`000${id} 0000 0001 00000000 00000000`);
      bytes.writeUInt32BE(start, 6);
      bytes.writeUInt32BE(length, 10);
      return bytes;
    };
    const items = [picture, exif, XMP_WITH_POSITION];
    const starts = items.map(
      (_, index) => mdatAt + 8 + items.slice(0, index).reduce((sum, item) => sum + item.length, 0),
    );
    const meta = box(
      'meta',
      hex('00000000'),
      box('hdlr', hex('00000000 00000000'), Buffer.from('pict'), Buffer.alloc(13)),
      box('pitm', hex('00000000 0001')),
      box(
        'iloc',
        hex('00000000 4400 0003'),
        ...items.map((item, index) => location(index + 1, starts[index] ?? 0, item.length)),
      ),
      box(
        'iinf',
        hex('00000000 0003'),
        entry(1, 'hvc1'),
        entry(2, 'Exif'),
        entry(3, 'mime', 'application/rdf+xml\0'),
      ),
    );
    const type = box('ftyp', Buffer.from('mif1'), hex('00000000'), Buffer.from('mif1heic'));
    return { head: Buffer.concat([type, meta]), mdat: box('mdat', ...items) };
  };
  const placed = file(file(0).head.length);
  return Buffer.concat([placed.head, placed.mdat, ...appended]);
}

export const heicBox = box;
