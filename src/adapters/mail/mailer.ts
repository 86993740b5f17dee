import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailDraft, Mailer } from '../../job/messages.ts';
import { type MailServer, sendBy } from './smtp.ts';

/** Mails by SMTP. The settings are read for each mail, so that a change counts at once. */
export function createMailer(server: () => Promise<MailServer | undefined>): Mailer {
  return {
    compose,
    async send(mail, begin) {
      const settings = await server();
      if (!settings) return { kind: 'unreachable', why: 'desk.yaml has no “mail” settings' };
      return sendBy(settings, mail, begin);
    },
  };
}

/** Boundaries and date come from the draft, so that the same draft makes the same bytes. */
function compose(draft: MailDraft): Promise<Uint8Array> {
  const { from, to, subject, text, html, messageId, date, attachments } = draft;
  return new MailComposer({
    ...(from && { from }),
    to,
    subject,
    text,
    html,
    messageId,
    date: new Date(date),
    baseBoundary: messageId.replace(/[^a-z0-9]/gi, '').slice(0, 24),
    newline: '\r\n',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
  })
    .compile()
    .build();
}
