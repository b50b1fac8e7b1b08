import { createTransport } from 'nodemailer';

export type Email = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt, so that a receiving server can tell a repeat. */
  readonly messageId: string;
};

/** Sends one mail; resolves when the server has taken it, throws when it has not. */
export type EmailSender = { readonly send: (email: Email) => Promise<void>; readonly close: () => void };

/** Mail through an SMTP server given as `smtp://user:password@host:port`. */
export const smtpSender = ({ url, from }: { readonly url: string; readonly from: string }): EmailSender => {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 } as Parameters<
    typeof createTransport
  >[0]);
  return {
    send: async (email) => void (await transport.sendMail({ from, ...email })),
    close: () => transport.close(),
  };
};
