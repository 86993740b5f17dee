import { readFileSync } from 'node:fs';

/** Preloaded into the desk: its clock is ahead by as many milliseconds as the file says, behind where that is less than 0. */
const file = process.env['CLOCK_FILE'];

const RealDate = Date;

function aheadMs(): number {
  if (!file) return 0;
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

class JumpingDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(RealDate.now() + aheadMs());
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs();
  }
}

globalThis.Date = JumpingDate as DateConstructor;
