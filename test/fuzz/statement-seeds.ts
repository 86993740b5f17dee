/** One statement of each format, of our own making; every one balances. */
export const statementSeeds = [
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>IE29AIBK93115212345678</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">110.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-01</Dt></BookgDt>
<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Ann</Nm></Dbtr></RltdPties><RmtInf><Ustrd>INV-2026-0001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>`,
  ':20:X\n:25:IE29AIBK/93115212345678\n:28C:1/1\n:60F:C261201EUR1000,00\n:61:261202C0,10NTRFNONREF\n:86:INV-2026-0001 ANN\n:62F:C261231EUR1000,10\n',
  'OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>93115212345678</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261202<TRNAMT>10.00<FITID>1<NAME>Ann<MEMO>INV-2026-0001</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>10.00<DTASOF>20261202</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n',
  '01,121000358,ANN,261202,0800,1,,,2/\n02,ANN,121000358,1,261202,0800,EUR,2/\n03,93115212345678,EUR,010,100000,,,015,101000,,/\n16,165,1000,,1,,INV-2026-0001/\n49,202000,3/\n98,202000,1,5/\n99,202000,1,7/\n',
  'Buchung;Betrag;Name;Zweck\n02.12.2026;10,00;Ann;INV-2026-0001\n03.12.2026;-1,50;Bank;Fee\n',
];
