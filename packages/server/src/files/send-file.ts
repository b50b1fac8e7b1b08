import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

export type Attachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes?: number | undefined;
  /** Shown in the browser rather than saved. */
  readonly inline?: boolean;
};

const ASCII_ONLY = /[^\x20-\x7e]|["\\]/gu;

/** `Content-Disposition` with the name twice: for every program, and as it is (RFC 6266). */
export const contentDisposition = ({ name, inline }: Attachment): string => {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = inline === true ? 'inline' : 'attachment';
  return `${kind}; filename="${name.replaceAll(ASCII_ONLY, '_')}"; filename*=UTF-8''${encoded}`;
};

/** With a picture alone in a window the browser sets its own styles: they fit it to the window. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Answers with a stream of bytes that no browser guesses about and no script of ours runs beside. */
export const sendFile = (
  reply: FastifyReply,
  attachment: Attachment,
  content: Readable | Buffer,
): FastifyReply => {
  void reply
    .header('content-disposition', contentDisposition(attachment))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'private, no-store')
    .type(attachment.mediaType);
  if (attachment.bytes !== undefined) void reply.header('content-length', attachment.bytes);
  return reply.send(content);
};
