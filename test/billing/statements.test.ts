import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvProfile } from '../../src/billing/statements/csv.ts';
import { readStatements } from '../../src/billing/statements/read.ts';
import { entryKeys, type Statement } from '../../src/billing/statements/statement.ts';
import { currency } from './card.ts';

const profile: CsvProfile = {
  name: 'Harbour Bank',
  account: 'IE29 AIBK 9311 5212 3456 78',
  currency: currency('EUR'),
  delimiter: ';',
  decimal: ',',
  date: 'dd.mm.yyyy',
  columns: { date: 'Buchung', amount: 'Betrag', payer: 'Name', text: ['Zweck 1', 'Zweck 2'] },
};

function read(text: string): readonly Statement[] {
  return readStatements(text, [profile]);
}

/** What is read of each movement, in one line. */
function rows([statement]: readonly Statement[]): readonly string[] {
  return (statement?.entries ?? []).map(
    ({ bookedOn, amount, booked, reversal, reference, text, payer }) =>
      [
        bookedOn,
        amount,
        booked ? 'booked' : 'pending',
        reversal ? 'reversal' : '',
        reference ?? '',
        text,
        payer ?? '',
      ].join('|'),
  );
}

const camt = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>IE29AIBK93115212345678</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">330.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Ntry><Amt Ccy="EUR">178.73</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><Dt>2026-12-01</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef>
 <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Anna &amp; Co</Nm></Pty></Dbtr></RltdPties>
 <RmtInf><Strd><CdtrRefInf><Ref>RF16INV20260001</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">61.77</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-12-02T10:00:00</DtTm></BookgDt>
 <NtryDtls><TxDtls><Amt Ccy="EUR">50.00</Amt><RmtInf><Ustrd>INV-2026-0002</Ustrd></RmtInf></TxDtls>
 <TxDtls><Amt Ccy="EUR">11.77</Amt><RmtInf><Ustrd>INV-2026-</Ustrd><Ustrd>0003</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-03</Dt></BookgDt></Ntry>
<Ntry><Amt Ccy="EUR">999.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2026-12-03</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

describe('camt.053', () => {
  it('gives each deposit, those booked together one by one, and tells what is only announced', () => {
    const statements = read(camt);
    expect(statements[0]).toMatchObject({
      account: 'IE29AIBK93115212345678',
      opening: 10_000n,
      closing: 33_050n,
    });
    expect(rows(statements)).toEqual([
      '2026-12-01|17873|booked||RF16INV20260001||Anna & Co',
      '2026-12-02|5000|booked|||INV-2026-0002|',
      '2026-12-02|1177|booked|||INV-2026-0003|',
      '2026-12-03|-1000|booked|reversal|||',
      '2026-12-03|99900|pending||||',
    ]);
  });

  it('keeps all that is named where deposits are booked together without what each comes to', () => {
    const [, second] = read(camt.replace('<Amt Ccy="EUR">50.00</Amt>', ''))[0]?.entries ?? [];
    expect(second).toMatchObject({ amount: 6_177n, text: 'INV-2026-0002 INV-2026-0003' });
  });

  it('goes by the day from which the money counts where there is no other', () => {
    const day = '<BookgDt><Dt>2026-12-01</Dt></BookgDt>';
    const [first] = read(camt.replace(day, '<ValDt><Dt>2026-12-04</Dt></ValDt>'))[0]?.entries ?? [];
    expect(first?.bookedOn).toBe('2026-12-04');
    expect(() => read(camt.replace(day, ''))).toThrow('no date');
    expect(() => read(camt.replace(day, '<BookgDt><Dt>soon</Dt></BookgDt>'))).toThrow('no date');
  });

  it('tells a reversal however the bank writes that it is one', () => {
    const entries = read(camt.replace('<RvslInd>true', '<RvslInd>1'))[0]?.entries ?? [];
    expect(entries.map(({ reversal }) => reversal)).toEqual([false, false, false, true, false]);
  });

  it('is refused when it is cut off, is another document, or has a DOCTYPE', () => {
    expect(() => read(camt.replace('330.50', '330.51'))).toThrow('closing balance');
    expect(() => read('<?xml version="1.0"?><Document/>')).toThrow('no bank statement');
    expect(() => read(camt.slice(0, 900))).toThrow('damaged XML');
    expect(() => read(camt.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))).toThrow('DOCTYPE');
  });
});

const mt940 = [
  ':20:STARTUMS',
  ':25:50880050/0194777700888',
  ':28C:00001/001',
  ':60F:C261201EUR1000,00',
  ':61:2612021202CR178,73N051NONREF//4711',
  ':86:166?00GUTSCHRIFT?20RF16 INV2 0260 001?21 danke?31DE02120300000000202051?32Anna Ek',
  '?33 und Partner',
  ':61:2612310102DR20,50NMSCKREF',
  ':86:a plain remark',
  'on two lines',
  ':61:261203RC5,NMSCNONREF',
  ':62F:C261231EUR1153,23',
  '-',
].join('\r\n');

describe('MT940', () => {
  it('gives movements with the payer’s words, and the year of a booking after New Year', () => {
    const statements = read(mt940);
    expect(statements[0]).toMatchObject({ account: '0194777700888', closing: 115_323n });
    expect(rows(statements)).toEqual([
      '2026-12-02|17873|booked|||RF16 INV2 0260 001 danke|Anna Ek und Partner',
      '2027-01-02|-2050|booked|||a plain remark on two lines|',
      '2026-12-03|-500|booked|reversal|||',
    ]);
  });

  it('joins fields that are full within a word, and others with a space', () => {
    const words = mt940.replace(
      '?20RF16 INV2 0260 001?21 danke',
      '?20Rechnung?21INV-2026-0001?22How much? More than 400 for?23 INV-2026-00?24EREF+1',
    );
    expect(rows(read(words))[0]).toBe(
      '2026-12-02|17873|booked|||Rechnung INV-2026-0001 How much? More than 400 for INV-2026-00 EREF+1|Anna Ek und Partner',
    );
    const full = mt940.replace('RF16 INV2 0260 001', 'abcdefghijklmnopqr INV-2026?2100010');
    expect(rows(read(full))[0]).toContain('INV-202600010 danke');
  });

  it('is refused when it does not add up', () => {
    expect(() => read(mt940.replace('1153,23', '1153,24'))).toThrow('closing balance');
  });
});

const ofx = `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>021000021<ACCTID>000123456789<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261201<DTEND>20261231
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261202120000[-5:EST]<TRNAMT>178.73<FITID>1<NAME>Ek & Partner<MEMO>INV-2026-0001
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261203<TRNAMT>-20.5<FITID>2<NAME>Rent<MEMO></STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1158.23<DTASOF>20261231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('OFX', () => {
  it('is read with and without ends of elements', () => {
    const expected = [
      '2026-12-02|17873|booked|||INV-2026-0001|Ek & Partner',
      '2026-12-03|-2050|booked||||Rent',
    ];
    expect(rows(read(ofx))).toEqual(expected);
    const closed = ofx
      .replace(/<(\w+)>([^<\r\n]+)/g, (all, name, value) =>
        value.trim() === '' ? all : `<${name}>${value.replace('&', '&amp;')}</${name}>`,
      )
      .replace('0001</MEMO>', '0001</MEMO></STMTTRN>');
    expect(rows(read(closed))).toEqual(expected);
    expect(read(ofx)[0]).toMatchObject({ account: '000123456789', closing: 115_823n });
  });
});

const bai2 = `01,021000021,OFFICE,261202,0600,1,80,,2/
02,OFFICE,021000021,1,261202,,USD,2/
03,000123456789,,010,100000,,,015,115823,,/
16,195,17873,0,BANK1,INV-2026-0001,EK AND
88,PARTNER/
16,475,2050,V,261203,1200,BANK2,CHECK/
49,235746,5/
98,235746,1,7/
99,235746,1,9/`;

describe('BAI2', () => {
  it('gives credits and debits, with lines that go on', () => {
    expect(rows(read(bai2))).toEqual([
      '2026-12-02|17873|booked|||INV-2026-0001 EK AND PARTNER|',
      '2026-12-02|-2050|booked|||CHECK|',
    ]);
  });

  it('is refused when a control total does not add up', () => {
    expect(() => read(bai2.replace('49,235746', '49,235747'))).toThrow('control total');
  });
});

const csv = `Kontoauszug;Harbour Bank
Buchung;Name;Betrag;Zweck 1;Zweck 2
02.12.2026;"Ek; Partner";1.178,73;RF16INV20260001;
03.12.2026;Rent;-20,50;December;"a ""quoted"" word"
`;

describe('CSV', () => {
  it('is read by a profile, past the lines above its headings', () => {
    expect(rows(read(csv))).toEqual([
      '2026-12-02|117873|booked|||RF16INV20260001|Ek; Partner',
      '2026-12-03|-2050|booked|||December a "quoted" word|Rent',
    ]);
  });

  it('may have money in and out in two columns', () => {
    const { amount: _, ...columns } = profile.columns;
    const two = { ...profile, decimal: '.', date: 'mm/dd/yy', delimiter: ',' } as const;
    const text =
      'Buchung,Name,In,Out,Zweck 1,Zweck 2\n12/02/26,Ek,"1,178.73",,a,\n12/03/26,R,,20.5,b,\n';
    const statements = readStatements(text, [
      { ...two, columns: { ...columns, credit: 'In', debit: 'Out' } },
    ]);
    expect(statements[0]?.entries.map(({ bookedOn, amount }) => [bookedOn, amount])).toEqual([
      ['2026-12-02', 117_873n],
      ['2026-12-03', -2_050n],
    ]);
  });

  it('is refused without a profile, and when an amount or date is none', () => {
    expect(() => readStatements('a,b\n1,2\n', [])).toThrow('no bank statement');
    expect(() => read(csv.replace('-20,50', '20,505'))).toThrow('no amount');
    expect(() => read(csv.replace('03.12.2026', '32.12.2026'))).toThrow('no date');
  });
});

describe('movements', () => {
  it('are known again in an overlapping statement, and two equal ones are told apart', () => {
    const [statement] = read(camt);
    if (!statement) throw new Error('no statement');
    const [first] = statement.entries;
    if (!first) throw new Error('no entry');
    const twice = { ...statement, entries: [first, first] };
    const keys = entryKeys(twice);
    expect(new Set(keys).size).toBe(2);
    expect(entryKeys({ ...statement, entries: [first] })).toEqual(keys.slice(0, 1));
  });

  it('are known by what is booked, though an equal one was only announced before it', () => {
    const [statement] = read(camt);
    const [first] = statement?.entries ?? [];
    if (!statement || !first) throw new Error('no entry');
    const both = { ...statement, entries: [{ ...first, booked: false }, first] };
    const [, booked] = entryKeys(both);
    expect(entryKeys({ ...statement, entries: [first] })).toEqual([booked]);
  });

  it('of any bytes are read or refused with a sentence', () => {
    const samples = [camt, mt940, ofx, bai2, csv];
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.nat(30),
        fc.string(),
        (sample, at, length, text) => {
          const from = at % sample.length;
          const broken = sample.slice(0, from) + text + sample.slice(from + length);
          try {
            read(broken);
          } catch (error) {
            expect(error).toMatchObject({ name: 'StatementProblem' });
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
