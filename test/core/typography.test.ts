import { describe, expect, it } from 'vitest';
import { apostropheIn, writtenLike } from '../../src/core/typography.ts';

describe('apostropheIn', () => {
  it('is the one that the text has more of, inside words', () => {
    expect(apostropheIn("It’s and don’t, but can't")).toBe('’');
    expect(apostropheIn("It's and don't, but can’t")).toBe("'");
    expect(apostropheIn('“Quotes” and ‘quotes’ do not count')).toBe("'");
  });
});

describe('writtenLike', () => {
  it('takes over capitals and the apostrophe', () => {
    expect(writtenLike('Your', "you're", '’')).toBe('You’re');
    expect(writtenLike('YOUR', "you're", "'")).toBe("YOU'RE");
    expect(writtenLike('your', "you're", "'")).toBe("you're");
    expect(writtenLike('I', 'we', "'")).toBe('We');
  });

  it('keeps the capitals of what always has them', () => {
    expect(writtenLike('AM in the morning', 'am', "'")).toBe('AM');
    expect(writtenLike('I am', 'am I', "'")).toBe('am I');
    expect(writtenLike('At all', 'at', "'")).toBe('At');
  });
});
