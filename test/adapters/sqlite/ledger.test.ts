import { join } from 'node:path';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { ledgerContract } from '../../ports/ledger.contract.ts';
import { temporaryFolder } from './folder.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();

ledgerContract(() => openLedger({ file: join(folder, `${newId()}.sqlite`), newId }));
