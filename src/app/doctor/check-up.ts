import { saidOf } from '../../job/system-sentences.ts';

/** One thing that was looked at. A finding that is not well says what to do. */
export interface CheckUp {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
  readonly remedy?: string;
}

/** A trouble that was found: what it is and what to do. */
export class Ailment extends Error {
  readonly remedy: string;

  constructor(says: string, remedy: string) {
    super(says);
    this.remedy = remedy;
  }
}

/** Looks at one thing. What is thrown is the finding; without a remedy of its own it says where the fault is. */
export async function checkUp(
  what: string,
  look: () => string | Promise<string>,
): Promise<CheckUp> {
  try {
    return { what, well: true, says: await look() };
  } catch (error) {
    const says = saidOf(error);
    const remedy = error instanceof Ailment ? error.remedy : 'Mend what it says and look again.';
    return { what, well: false, says, remedy };
  }
}
