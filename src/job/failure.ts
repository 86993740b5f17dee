import type { ProblemCode } from '../core/problem.ts';

/** What a failure means to the operator and what to do about it. */
export interface Failure {
  readonly meaning: string;
  readonly remedy: string;
}

/** Every reason for which a document is put into quarantine; the README shows this table. */
export const failures: Readonly<Record<ProblemCode, Failure>> = {
  'unsupported-format': {
    meaning: 'Proofdesk cannot edit this kind of file.',
    remedy:
      'Ask the client for a .docx, .odt, .pptx, .xlsx, .txt, .md or .html file and drop it into the same folder.',
  },
  'legacy-format': {
    meaning: 'The file is in an old format that cannot be edited in place.',
    remedy:
      'Open it in its own program, save it as .docx, .pptx or .xlsx, and drop the new file into the same folder. Old Word documents are converted by themselves where LibreOffice is installed; then "proofdesk retry" is enough.',
  },
  'wrong-extension': {
    meaning: 'The content of the file is not what its name says.',
    remedy: 'Ask the client which one is right, save it under the right ending, and drop it again.',
  },
  'needs-password': {
    meaning: 'The file is protected with a password.',
    remedy:
      'Write the password under "passwords:" into client.yaml and run "proofdesk retry", or ask the client for a copy without one.',
  },
  corrupt: {
    meaning: 'The file is damaged or was not copied completely.',
    remedy:
      'Open it in its own program; if it opens, save a fresh copy. Otherwise ask the client to send it again.',
  },
  unsafe: {
    meaning: 'The file is built in a way that could harm this computer.',
    remedy: 'Do not open it. Ask the client where it came from and for a freshly saved copy.',
  },
  'too-large': {
    meaning: 'The file is larger than Proofdesk takes.',
    remedy: 'Split it into parts, or take large pictures out, and drop the parts.',
  },
  signed: {
    meaning: 'The file carries a digital signature, which any correction would break.',
    remedy: 'Ask the client for an unsigned copy, or for their word that the signature may go.',
  },
  'unreadable-encoding': {
    meaning: 'The characters of the file could not be made out.',
    remedy: 'Save the file as UTF-8 text and drop it again.',
  },
  'not-verified': {
    meaning: 'The corrected copy, read back, was not what it should be, so it was not delivered.',
    remedy: 'Work on this document by hand and report the fault; the original is here, untouched.',
  },
  'took-too-long': {
    meaning: 'The document took longer than it may.',
    remedy:
      'Run "proofdesk retry" when the computer has less to do, or split it into parts and drop those.',
  },
  crashed: {
    meaning: 'Proofreading this document failed again and again.',
    remedy:
      'Run "proofdesk retry" once more; if it fails again, work by hand and report the fault.',
  },
};
