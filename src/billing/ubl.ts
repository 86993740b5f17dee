import { decimalText } from './decimal.ts';
import { exemptionReason, partiesOf, quantityOf, typeCodeOf, unitCodes } from './en16931.ts';
import { type BankAccount, type Invoice, type Party, taxOf } from './invoice.ts';
import type { PricedLine } from './line.ts';
import { lineText } from './line-text.ts';
import { amountText, type Minor } from './money.ts';
import type { Phrases } from './phrases.ts';
import type { Tax } from './tax.ts';
import { element, type Xml, xmlFile } from './xml.ts';

const schemas = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** An invoice or credit note as UBL 2.1, by EN 16931. */
export function ublOf(invoice: Invoice, phrases: Phrases): string {
  const root = invoice.kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const { delivered, purchaseOrder } = invoice;
  const earlier = invoice.credits ?? invoice.replaces;
  const { seller, buyer } = partiesOf(invoice);
  return xmlFile(
    element(
      root,
      [
        element('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
        element('cbc:ID', invoice.number),
        element('cbc:IssueDate', invoice.issuedOn),
        root === 'Invoice' ? element('cbc:DueDate', invoice.dueOn) : undefined,
        element(`cbc:${root}TypeCode`, typeCodeOf(invoice)),
        element('cbc:DocumentCurrencyCode', invoice.currency.code),
        element('cac:InvoicePeriod', [
          element('cbc:StartDate', delivered.from),
          element('cbc:EndDate', delivered.to),
        ]),
        element('cac:OrderReference', [element('cbc:ID', purchaseOrder ?? '')]),
        earlier &&
          element('cac:BillingReference', [
            element('cac:InvoiceDocumentReference', [
              element('cbc:ID', earlier.number),
              element('cbc:IssueDate', earlier.issuedOn),
            ]),
          ]),
        element('cac:AccountingSupplierParty', [party(seller)]),
        element('cac:AccountingCustomerParty', [party(buyer)]),
        element('cac:Delivery', [element('cbc:ActualDeliveryDate', delivered.to)]),
        paymentMeans(invoice),
        taxTotal(invoice),
        monetaryTotal(invoice),
        ...invoice.lines.map((line, index) => lineItem(line, { invoice, phrases, index })),
      ],
      {
        xmlns: `${schemas}${root}-2`,
        'xmlns:cac': `${schemas}CommonAggregateComponents-2`,
        'xmlns:cbc': `${schemas}CommonBasicComponents-2`,
      },
    ),
  );
}

function party(of: Party & { readonly id: string }): Xml | undefined {
  const [first, second, third] = of.street;
  const register = (id: string | undefined, scheme: string) =>
    id === undefined
      ? undefined
      : element('cac:PartyTaxScheme', [
          element('cbc:CompanyID', id),
          element('cac:TaxScheme', [element('cbc:ID', scheme)]),
        ]);
  return element('cac:Party', [
    element('cbc:EndpointID', of.email ?? '', { schemeID: 'EM' }),
    element('cac:PartyIdentification', [element('cbc:ID', of.id)]),
    element('cac:PostalAddress', [
      element('cbc:StreetName', first ?? ''),
      element('cbc:AdditionalStreetName', second ?? ''),
      element('cbc:CityName', of.town),
      element('cbc:PostalZone', of.postcode),
      element('cbc:CountrySubentity', of.region ?? ''),
      element('cac:AddressLine', [element('cbc:Line', third ?? '')]),
      element('cac:Country', [element('cbc:IdentificationCode', of.country)]),
    ]),
    register(of.vatId, 'VAT'),
    register(of.taxNumber, 'TAX'),
    element('cac:PartyLegalEntity', [element('cbc:RegistrationName', of.name)]),
  ]);
}

/** 58 is a SEPA credit transfer, 30 any other (UNTDID 4461). */
function paymentMeans({ account, reference, kind, dueOn }: Invoice): Xml | undefined {
  return element('cac:PaymentMeans', [
    element('cbc:PaymentMeansCode', account.number.kind === 'iban' ? '58' : '30'),
    kind === 'credit-note' ? element('cbc:PaymentDueDate', dueOn) : undefined,
    element('cbc:PaymentID', reference),
    element('cac:PayeeFinancialAccount', [
      element('cbc:ID', accountNumber(account)),
      element('cbc:Name', account.holder),
      element('cac:FinancialInstitutionBranch', [element('cbc:ID', branch(account))]),
    ]),
  ]);
}

function accountNumber({ number }: BankAccount): string {
  return number.kind === 'iban' ? number.iban.replace(/\s/g, '') : number.account;
}

function branch({ number }: BankAccount): string {
  return number.kind === 'iban' ? (number.bic ?? '') : number.routing;
}

function taxTotal(invoice: Invoice): Xml | undefined {
  const { totals } = invoice;
  const rows = totals.taxes.map(({ tax, base, amount }) =>
    element('cac:TaxSubtotal', [
      money('cbc:TaxableAmount', base, invoice),
      money('cbc:TaxAmount', amount, invoice),
      category('cac:TaxCategory', tax, exemptionReason(tax)),
    ]),
  );
  return element('cac:TaxTotal', [money('cbc:TaxAmount', totals.tax, invoice), ...rows]);
}

function monetaryTotal(invoice: Invoice): Xml | undefined {
  const { net, gross } = invoice.totals;
  return element('cac:LegalMonetaryTotal', [
    money('cbc:LineExtensionAmount', net, invoice),
    money('cbc:TaxExclusiveAmount', net, invoice),
    money('cbc:TaxInclusiveAmount', gross, invoice),
    money('cbc:PayableAmount', gross, invoice),
  ]);
}

interface Place {
  readonly invoice: Invoice;
  readonly phrases: Phrases;
  readonly index: number;
}

function lineItem(line: PricedLine, { invoice, phrases, index }: Place): Xml | undefined {
  const isInvoice = invoice.kind === 'invoice';
  const unitCode = unitCodes[line.unit];
  const perUnits = line.perUnits === 1n ? '' : String(line.perUnits);
  const quantity = isInvoice ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
  return element(isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine', [
    element('cbc:ID', String(index + 1)),
    element(quantity, quantityOf(line, invoice), { unitCode }),
    money('cbc:LineExtensionAmount', line.amount, invoice),
    element('cac:Item', [
      element('cbc:Description', line.documents.map(({ path }) => path).join('; ')),
      element('cbc:Name', lineText(line, phrases)),
      category('cac:ClassifiedTaxCategory', taxOf(line, invoice)),
    ]),
    element('cac:Price', [
      element('cbc:PriceAmount', decimalText(line.price, 2), {
        currencyID: invoice.currency.code,
      }),
      element('cbc:BaseQuantity', perUnits, { unitCode }),
    ]),
  ]);
}

function category(name: string, tax: Tax, reason?: string): Xml | undefined {
  return element(name, [
    element('cbc:ID', tax.category),
    tax.category === 'O' ? undefined : element('cbc:Percent', decimalText(tax.percent, 2)),
    element('cbc:TaxExemptionReason', reason ?? ''),
    element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
  ]);
}

/** A credit note takes back, so its type turns the sign of all amounts: they are written as above zero. */
function money(name: string, amount: Minor, { kind, currency }: Invoice): Xml | undefined {
  const written = (kind === 'credit-note' ? -amount : amount) as Minor;
  return element(name, amountText(written, currency), { currencyID: currency.code });
}
