import { decimalText } from './decimal.ts';
import { exemptionReason, partiesOf, quantityOf, typeCodeOf, unitCodes } from './en16931.ts';
import type { BankAccount, CalendarDate, Invoice, Party } from './invoice.ts';
import { taxOf } from './invoice.ts';
import type { PricedLine } from './line.ts';
import { lineText } from './line-text.ts';
import { amountText, type Minor } from './money.ts';
import type { Phrases } from './phrases.ts';
import type { TaxRow } from './tax.ts';
import { element, type Xml, xmlFile } from './xml.ts';

const names = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** An invoice as UN/CEFACT Cross Industry Invoice D16B, profile EN 16931: what a Factur-X PDF carries inside. */
export function ciiOf(invoice: Invoice, phrases: Phrases): string {
  const guideline = element('ram:ID', 'urn:cen.eu:en16931:2017');
  const context = element('ram:GuidelineSpecifiedDocumentContextParameter', [guideline]);
  const root = element(
    'rsm:CrossIndustryInvoice',
    [
      element('rsm:ExchangedDocumentContext', [context]),
      element('rsm:ExchangedDocument', [
        element('ram:ID', invoice.number),
        element('ram:TypeCode', typeCodeOf(invoice)),
        element('ram:IssueDateTime', [dateOf(invoice.issuedOn)]),
      ]),
      element('rsm:SupplyChainTradeTransaction', [
        ...invoice.lines.map((line, index) => lineItem(line, { invoice, phrases, index })),
        agreement(invoice),
        delivery(invoice),
        settlement(invoice),
      ]),
    ],
    names,
  );
  return xmlFile(root);
}

interface Place {
  readonly invoice: Invoice;
  readonly phrases: Phrases;
  readonly index: number;
}

function lineItem(line: PricedLine, { invoice, phrases, index }: Place): Xml | undefined {
  const unitCode = unitCodes[line.unit];
  const tax = taxOf(line, invoice);
  return element('ram:IncludedSupplyChainTradeLineItem', [
    element('ram:AssociatedDocumentLineDocument', [element('ram:LineID', String(index + 1))]),
    element('ram:SpecifiedTradeProduct', [
      element('ram:Name', lineText(line, phrases)),
      element('ram:Description', line.documents.map(({ path }) => path).join('; ')),
    ]),
    element('ram:SpecifiedLineTradeAgreement', [
      element('ram:NetPriceProductTradePrice', [
        element('ram:ChargeAmount', decimalText(line.price, 2)),
        line.perUnits === 1n
          ? undefined
          : element('ram:BasisQuantity', String(line.perUnits), { unitCode }),
      ]),
    ]),
    element('ram:SpecifiedLineTradeDelivery', [
      element('ram:BilledQuantity', quantityOf(line, invoice), { unitCode }),
    ]),
    element('ram:SpecifiedLineTradeSettlement', [
      element('ram:ApplicableTradeTax', [
        element('ram:TypeCode', 'VAT'),
        element('ram:CategoryCode', tax.category),
        tax.category === 'O' ? undefined : percentOf(decimalText(tax.percent, 2)),
      ]),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', [
        element('ram:LineTotalAmount', amountOf(line.amount, invoice)),
      ]),
    ]),
  ]);
}

function agreement(invoice: Invoice): Xml | undefined {
  const { purchaseOrder } = invoice;
  const { seller, buyer } = partiesOf(invoice);
  return element('ram:ApplicableHeaderTradeAgreement', [
    party('ram:SellerTradeParty', seller),
    party('ram:BuyerTradeParty', buyer),
    element('ram:BuyerOrderReferencedDocument', [
      element('ram:IssuerAssignedID', purchaseOrder ?? ''),
    ]),
  ]);
}

function party(name: string, of: Party & { readonly id: string }): Xml | undefined {
  const [first, second, third] = of.street;
  const registration = (id: string | undefined, schemeID: string) =>
    element('ram:SpecifiedTaxRegistration', [element('ram:ID', id ?? '', { schemeID })]);
  return element(name, [
    element('ram:ID', of.id),
    element('ram:Name', of.name),
    element('ram:PostalTradeAddress', [
      element('ram:PostcodeCode', of.postcode),
      element('ram:LineOne', first ?? ''),
      element('ram:LineTwo', second ?? ''),
      element('ram:LineThree', third ?? ''),
      element('ram:CityName', of.town),
      element('ram:CountryID', of.country),
      element('ram:CountrySubDivisionName', of.region ?? ''),
    ]),
    element('ram:URIUniversalCommunication', [
      element('ram:URIID', of.email ?? '', { schemeID: 'EM' }),
    ]),
    registration(of.vatId, 'VA'),
    registration(of.taxNumber, 'FC'),
  ]);
}

function delivery({ delivered }: Invoice): Xml | undefined {
  return element('ram:ApplicableHeaderTradeDelivery', [
    element('ram:ActualDeliverySupplyChainEvent', [
      element('ram:OccurrenceDateTime', [dateOf(delivered.to)]),
    ]),
  ]);
}

function settlement(invoice: Invoice): Xml | undefined {
  const { totals, currency, delivered } = invoice;
  const earlier = invoice.credits ?? invoice.replaces;
  const amount = (name: string, value: Minor) => element(name, amountOf(value, invoice));
  return element('ram:ApplicableHeaderTradeSettlement', [
    element('ram:PaymentReference', invoice.reference),
    element('ram:InvoiceCurrencyCode', currency.code),
    paymentMeans(invoice.account),
    ...totals.taxes.map((row) => taxRow(row, invoice)),
    element('ram:BillingSpecifiedPeriod', [
      element('ram:StartDateTime', [dateOf(delivered.from)]),
      element('ram:EndDateTime', [dateOf(delivered.to)]),
    ]),
    element('ram:SpecifiedTradePaymentTerms', [
      element('ram:DueDateDateTime', [dateOf(invoice.dueOn)]),
    ]),
    element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      amount('ram:LineTotalAmount', totals.net),
      amount('ram:TaxBasisTotalAmount', totals.net),
      element('ram:TaxTotalAmount', amountOf(totals.tax, invoice), { currencyID: currency.code }),
      amount('ram:GrandTotalAmount', totals.gross),
      amount('ram:DuePayableAmount', totals.gross),
    ]),
    earlier &&
      element('ram:InvoiceReferencedDocument', [
        element('ram:IssuerAssignedID', earlier.number),
        element('ram:FormattedIssueDateTime', [dateOf(earlier.issuedOn, 'qdt')]),
      ]),
  ]);
}

/** 58 is a SEPA credit transfer, 30 any other (UNTDID 4461). */
function paymentMeans({ holder, number }: BankAccount): Xml | undefined {
  const isIban = number.kind === 'iban';
  return element('ram:SpecifiedTradeSettlementPaymentMeans', [
    element('ram:TypeCode', isIban ? '58' : '30'),
    element('ram:PayeePartyCreditorFinancialAccount', [
      isIban ? element('ram:IBANID', number.iban.replace(/\s/g, '')) : undefined,
      element('ram:AccountName', holder),
      isIban ? undefined : element('ram:ProprietaryID', number.account),
    ]),
    element('ram:PayeeSpecifiedCreditorFinancialInstitution', [
      element('ram:BICID', isIban ? (number.bic ?? '') : ''),
    ]),
  ]);
}

function taxRow({ tax, base, amount }: TaxRow, invoice: Invoice): Xml | undefined {
  return element('ram:ApplicableTradeTax', [
    element('ram:CalculatedAmount', amountOf(amount, invoice)),
    element('ram:TypeCode', 'VAT'),
    element('ram:ExemptionReason', exemptionReason(tax)),
    element('ram:BasisAmount', amountOf(base, invoice)),
    element('ram:CategoryCode', tax.category),
    tax.category === 'O' ? undefined : percentOf(decimalText(tax.percent, 2)),
  ]);
}

function percentOf(text: string): Xml | undefined {
  return element('ram:RateApplicablePercent', text);
}

/** A credit note takes back, so its type code turns the sign of all amounts: they are written as above zero. */
function amountOf(amount: Minor, { kind, currency }: Invoice): string {
  return amountText((kind === 'credit-note' ? -amount : amount) as Minor, currency);
}

function dateOf(date: CalendarDate, prefix: 'udt' | 'qdt' = 'udt'): Xml | undefined {
  return element(`${prefix}:DateTimeString`, date.replaceAll('-', ''), { format: '102' });
}
