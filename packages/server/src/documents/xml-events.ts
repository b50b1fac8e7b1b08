import { SaxesParser } from 'saxes';
import { StringDecoder } from 'node:string_decoder';

export type XmlEvents = {
  /** Names come without their prefix; attributes with theirs. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

/** The XML is not well formed. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Feeds a part chunk by chunk; yields after each chunk so that what was found can be taken away. */
export async function* feedXml(source: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  parser.on('closetag', (tag) => events.close(local(tag.name)));
  parser.on('error', (fault) => {
    throw new BrokenXml(fault.message);
  });
  const decoder = new StringDecoder('utf8');
  for await (const chunk of source) {
    parser.write(decoder.write(chunk));
    yield;
  }
  parser.close();
}

/** Feeds a whole part. */
export async function readXml(source: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  for await (const _ of feedXml(source, events));
}
