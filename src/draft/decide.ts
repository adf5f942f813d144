/** What a curator decided about a figure holds: a reading that says otherwise is listed and not written. */
import { Big } from 'big.js';
import { UNCHECKED } from '../checks/draft.ts';
import type { Cell } from '../load/cells.ts';
import { parseAddress } from '../figures/expression.ts';
import { tableById } from '../tables/index.ts';
import { itemOf } from '../tables/table.ts';
import { asideOf } from './aside.ts';
import { placeOf, type Claim, type Refusal } from './claims.ts';
import type { Curated } from './curated.ts';
import { derivedOf, ignoredOf } from './derived.ts';
import type { LedgerDraft, Statement } from './ledger.ts';
import type { Choice } from './settle.ts';
import type { Difference } from './fill.ts';

/** The claim with the figures that nobody decided otherwise; none when every figure was. */
export function undecided(
  claim: Claim,
  ledgers: readonly LedgerDraft[],
  curated: Curated,
  differences: Difference[],
): Claim[] {
  if (claim.address === undefined) return [claim];
  const stands = claim.stands.filter((stand) => {
    const ledger = ledgers.find(({ reading }) => reading.source === stand.source)!;
    const decision = ledger.decision(stand);
    if (!decision || decision.states.includes(claim.address!)) return true;
    if (!borneOut(claim, decision.states, curated))
      differences.push({
        file: `ledger/${stand.source}.csv`,
        subject: placeOf(stand),
        curated: decision.text,
        document: `${claim.address} = ${claim.suggestion.value}`,
        place: placeOf(stand),
        words: stand.words,
      });
    return false;
  });
  return stands.length > 0 ? [{ ...claim, stands }] : [];
}

/** Whether a curator had the figure state another cell with the same value: a choice of words or of key, no other number. */
function borneOut({ suggestion }: Claim, states: readonly string[], curated: Curated): boolean {
  return states.some((text) => {
    const address = parseAddress(text);
    const table = tableById(address?.table ?? '');
    if (!address || !table || suggestion.value === undefined) return false;
    const row = curated.tables.get(table.id)?.rows.find(({ values }) => itemOf(table, values) === address.item);
    const value = row?.values[address.measure] ?? '';
    return /^-?[0-9]+(?:\.[0-9]+)?$/.test(value) && new Big(value).eq(suggestion.value);
  });
}

/** Writes what the figures of a source state, now that the tables are made. `cells`: every cell of the drafted report. */
export function fillLedger(
  ledger: LedgerDraft,
  claims: readonly Claim[],
  choices: ReadonlyMap<string, Choice>,
  cells: ReadonlyMap<string, Cell>,
  refusals: Refusal[],
): void {
  const { reading } = ledger;
  const statements: Statement[] = [];
  for (const claim of claims) {
    const { address } = claim;
    if (address === undefined || !cells.has(address)) continue;
    const choice = choices.get(address);
    // The note of the table's row speaks for the claim that supplies its cell.
    const noted = choice?.winner === claim && (cells.get(address)?.row.values['note'] ?? '').startsWith(UNCHECKED);
    const unchecked = claim.suggestion.certainty === 'likely' && !noted;
    for (const stand of claim.stands)
      if (stand.source === reading.source) statements.push({ stand, text: address, unchecked });
  }
  const derived = derivedOf(reading, cells);
  refusals.push(...derived.refusals.filter(({ why }) => why !== ''));
  ledger.state([...statements, ...derived.statements]);
  ledger.ignore([...asideOf(reading), ...ignoredOf(reading)]);
}

/** A cell whose row could not be written. */
export function refusalOf({ address, winner }: Choice, why: string): Refusal {
  const [stand] = winner.stands;
  const { value, by } = winner.suggestion;
  return { cell: address, value: value!, by, place: stand ? placeOf(stand) : '', words: stand?.words ?? '', why };
}
