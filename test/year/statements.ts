/** What happens on the office's account. Amounts in cents; below zero the bank takes a deposit back. */
export interface Movement {
  /** How the bank calls it. */
  readonly id: string;
  readonly date: string;
  readonly cents: bigint;
  readonly payer: string;
  readonly words: string;
}

/** A statement as the bank would write it, with what it opens with. */
interface YearStatement {
  readonly opening: bigint;
  readonly movements: readonly Movement[];
}

type Writer = (statement: YearStatement) => string;

const iban = 'IE29AIBK93115212345678';

/** The bank's download in each of its formats, by the ending of the file. */
export const writers: Readonly<Record<string, Writer>> = {
  xml: camt,
  sta: mt940,
  ofx,
  bai,
  csv,
};

function closingOf({ opening, movements }: YearStatement): bigint {
  return movements.reduce((sum, { cents }) => sum + cents, opening);
}

function euros(cents: bigint, point = '.'): string {
  const digits = size(cents).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

function size(cents: bigint): bigint {
  return cents < 0n ? -cents : cents;
}

function camt(statement: YearStatement): string {
  const balance = (code: string, cents: bigint): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
  const entries = statement.movements.map(({ id, date, cents, payer, words }) =>
    [
      `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${cents < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`,
      cents < 0n ? '<RvslInd>true</RvslInd>' : '',
      `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><AcctSvcrRef>${id}</AcctSvcrRef>`,
      `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties>`,
      `<RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>',
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', statement.opening),
    balance('CLBD', closingOf(statement)),
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}

function mt940(statement: YearStatement): string {
  const short = (date: string): string => date.slice(2).replaceAll('-', '');
  const last = statement.movements.at(-1)?.date ?? '2027-01-01';
  return [
    ':20:STARTUMS',
    ':25:93115212345678',
    ':28C:1/1',
    `:60F:C${short(last)}EUR${euros(statement.opening, ',')}`,
    ...statement.movements.flatMap(({ id, date, cents, payer, words }) => [
      `:61:${short(date)}${short(date).slice(2)}${cents < 0n ? 'RC' : 'C'}${euros(cents, ',')}NTRFNONREF//${id}`,
      `:86:166?00CREDIT?20${words.slice(0, 27)}?21${words.slice(27)}?32${payer}`,
    ]),
    `:62F:C${short(last)}EUR${euros(closingOf(statement), ',')}`,
    '-',
  ].join('\r\n');
}

function ofx(statement: YearStatement): string {
  const rows = statement.movements.map(({ id, date, cents, payer, words }) =>
    [
      `<STMTTRN><TRNTYPE>${cents < 0n ? 'DEBIT' : 'CREDIT'}<DTPOSTED>${date.replaceAll('-', '')}`,
      `<TRNAMT>${cents < 0n ? '-' : ''}${euros(cents)}<FITID>${id}`,
      `<NAME>${payer}<MEMO>${words}`,
      cents < 0n ? '<CORRECTACTION>DELETE' : '',
      '</STMTTRN>',
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return [
    'OFXHEADER:100',
    'DATA:OFXSGML',
    '',
    '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR',
    `<BANKACCTFROM><BANKID>931152<ACCTID>${iban}<ACCTTYPE>CHECKING</BANKACCTFROM>`,
    '<BANKTRANLIST>',
    ...rows,
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${euros(closingOf(statement))}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ].join('\n');
}

/** One group a day: the date of a movement is that of its group. */
function bai(statement: YearStatement): string {
  const days = Map.groupBy(statement.movements, ({ date }) => date);
  let opening = statement.opening;
  const groups = [...days].flatMap(([date, movements]) => {
    const closing = closingOf({ opening, movements });
    const total = movements.reduce((sum, { cents }) => sum + size(cents), opening + closing);
    const rows = movements.map(
      ({ id, cents, payer, words }) =>
        `16,${cents < 0n ? '557' : '195'},${size(cents)},,${id},,${words} ${payer}/`,
    );
    const account = `03,${iban},EUR,010,${opening},,,015,${closing},,/`;
    opening = closing;
    const day = date.slice(2).replaceAll('-', '');
    return [
      `02,OFFICE,BANK,1,${day},,EUR,2/`,
      account,
      ...rows,
      `49,${total},${rows.length + 2}/`,
      `98,${total},1,${rows.length + 4}/`,
    ];
  });
  return ['01,BANK,OFFICE,270101,1200,1,80,10,2/', ...groups, '99,0,1,1/'].join('\n');
}

function csv({ movements }: YearStatement): string {
  const rows = movements.map(({ id, date, cents, payer, words }) => {
    const day = date.split('-').reverse().join('.');
    return [day, `${cents < 0n ? '-' : ''}${euros(cents, ',')}`, payer, id, words].join(';');
  });
  return ['Account of the office;;;;', 'Date;Amount;Payer;Id;Words', ...rows].join('\n');
}
