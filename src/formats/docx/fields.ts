/** A complex field (ECMA-376 Part 1, 17.16.18) that has begun and not ended. */
interface Field {
  instruction: string;
  part: 'instruction' | 'result';
}

/** The fields that are open at some place of a story. They may nest and may span paragraphs. */
export interface Fields {
  /** Reads a `w:fldChar` of this type. */
  readonly mark: (type: string | undefined) => void;
  /** Reads a piece of a field's instruction. */
  readonly instruct: (text: string) => void;
  /** Whether text here belongs to an instruction and is not shown. */
  readonly hidesText: () => boolean;
  /** Whether text here is made by Word, which would make it again. */
  readonly holdsText: () => boolean;
  readonly areOpen: () => boolean;
}

export function newFields(): Fields {
  const open: Field[] = [];
  let instructing = 0;
  let generated = 0;
  const separate = (field: Field): void => {
    if (field.part === 'result') return;
    field.part = 'result';
    instructing -= 1;
    if (!isAuthored(field.instruction)) generated += 1;
  };
  const end = (field: Field): void => {
    if (field.part === 'instruction') instructing -= 1;
    else if (!isAuthored(field.instruction)) generated -= 1;
  };
  return {
    mark: (type) => {
      const innermost = type === 'end' ? open.pop() : open.at(-1);
      if (type === 'begin') {
        open.push({ instruction: '', part: 'instruction' });
        instructing += 1;
      } else if (type === 'separate' && innermost) separate(innermost);
      else if (type === 'end' && innermost) end(innermost);
    },
    instruct: (text) => {
      const innermost = open.at(-1);
      if (innermost?.part === 'instruction') innermost.instruction += text;
    },
    hidesText: () => instructing > 0,
    holdsText: () => generated > 0,
    areOpen: () => open.length > 0,
  };
}

/** Whether a field's result is the author's own text: only a hyperlink's is. */
export function isAuthored(instruction: string): boolean {
  return /^\s*HYPERLINK\b/i.test(instruction);
}
