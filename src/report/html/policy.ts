import { hashes } from './hashes.ts';

/**
 * The content security policy of the report page. Only the style and the script of Proofdesk, known by their hashes,
 * are let in; style attributes may stand in a preview, pictures only within the page itself.
 */
export const policy = [
  "default-src 'none'",
  `script-src '${hashes.script}'`,
  `style-src-elem '${hashes.style}' '${hashes.previewStyle}'`,
  "style-src-attr 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy of the redline page, which has no script at all. */
export const redlinePolicy = `default-src 'none'; style-src-elem '${hashes.redlineStyle}'; base-uri 'none'; form-action 'none'`;
