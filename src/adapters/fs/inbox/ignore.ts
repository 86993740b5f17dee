/** Names that other programs give to what is theirs, or not finished; each with an example. */
const temporary: readonly RegExp[] = [
  /^\./, // .DS_Store, ._letter.docx, .~lock.letter.odt#, .stfolder, .sync
  /^~\$/, // ~$letter.docx
  /^~WR.*\.tmp$/i, // ~WRL0003.tmp
  /\.tmp$/i, // letter.tmp
  /\.swp$/i, // letter.txt.swp
  /~$/, // letter.txt~
  /\.lock$/i, // letter.lock
  /^(?:Thumbs\.db|desktop\.ini)$/i,
  /^(?:@eaDir|#recycle|\$RECYCLE\.BIN|System Volume Information)$/i,
];

/** Names of downloads and transfers on their way: letter.docx.crdownload, letter.docx.part */
const downloads = /\.(?:crdownload|part|partial|download|filepart)$/i;

/** What a system writes about how a folder looks; it has no worth without the folder. */
const litter = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i;

/** Why a name is left alone, or undefined when it may be a document's. */
export function ignoredBecause(name: string): string | undefined {
  if (isDownload(name)) return 'on its way: it is taken once the download gives it its own name';
  if (!temporary.some((pattern) => pattern.test(name))) return undefined;
  return name.startsWith(takingPrefix)
    ? 'being taken in by Proofdesk'
    : 'a temporary file of another program; it is left alone';
}

/** Whether a name is that of a download that is not done. */
export function isDownload(name: string): boolean {
  return downloads.test(name);
}

/** Whether a file may go with the empty folder it is in. */
export function isLitter(name: string): boolean {
  return litter.test(name);
}

/** The mark that says that this is an inbox, and that it is mounted. */
export const inboxIdName = '.inbox-id';

/** A file on its way to a work area on another disk. */
export const takingPrefix = '.proofdesk-';

/** Whether a file says that its job is complete. */
export function isReady(name: string): boolean {
  return /^ready(?:\.txt)?$/i.test(name);
}

/** Whether a file says what a job is. */
export function isJobFile(name: string): boolean {
  return /^job\.ya?ml$/i.test(name);
}
