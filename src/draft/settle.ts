/** Which reading of a figure holds where two differ, and which claim supplies a cell. */
import { Big } from 'big.js';
import { byOrder, type Claim, type Stand } from './claims.ts';

/** A figure that two sentences read as two cells of one table. */
export interface Contest {
  readonly stand: Stand;
  readonly kept: Claim;
  readonly dropped: Claim;
}

/** `source:line.start`, the same for every claim on a figure. */
export function standKey({ source, position }: Stand): string {
  return `${source}:${position.line}.${position.start}`;
}

/**
 * Of two readings of one figure as different cells of one table the more certain holds (then by order); what one sentence
 * reads as two cells is meant. Where the loser is as certain, neither is: the winner becomes likely.
 */
export function settle(claims: readonly Claim[]): { kept: Claim[]; contests: Contest[] } {
  const best = new Map<string, Claim>();
  const sure = (claim: Claim) => claim.order[1]!;
  const ranked = claims
    .filter(({ address }) => address !== undefined)
    .toSorted((a, b) => sure(a) - sure(b) || byOrder(a, b));
  const contests: Contest[] = [];
  const lost = new Map<Claim, Stand[]>();
  const doubted = new Set<Claim>();
  for (const claim of ranked) {
    for (const stand of claim.stands) {
      const key = `${standKey(stand)} ${claim.table.id}`;
      const holder = best.get(key);
      if (!holder) best.set(key, claim);
      else if (holder.address !== claim.address && holder.suggestion.by !== claim.suggestion.by) {
        contests.push({ stand, kept: holder, dropped: claim });
        lost.set(claim, [...(lost.get(claim) ?? []), stand]);
        if (sure(holder) === sure(claim)) doubted.add(holder);
      }
    }
  }
  const kept = claims.flatMap((claim): Claim[] => {
    const stands = claim.stands.filter((stand) => !lost.get(claim)?.includes(stand));
    if (claim.address !== undefined && stands.length === 0) return [];
    const { suggestion } = claim;
    return doubted.has(claim) && suggestion.certainty === 'certain'
      ? [{ ...claim, stands, suggestion: { ...suggestion, certainty: 'likely' } }]
      : [{ ...claim, stands }];
  });
  return { kept, contests };
}

/** One cell of the draft. */
export interface Choice {
  readonly address: string;
  /** Supplies the value. */
  readonly winner: Claim;
  /** Every claim on the cell, the winner first. */
  readonly claims: readonly Claim[];
  /** No certain claim gives this value. */
  readonly uncertain: boolean;
}

/** The claim that supplies each cell: of those that are certain or likely, the first by order. */
export function chooseCells(claims: readonly Claim[]): Map<string, Choice> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.address === undefined || claim.suggestion.certainty === 'possible') continue;
    groups.set(claim.address, [...(groups.get(claim.address) ?? []), claim]);
  }
  return new Map(
    [...groups].map(([address, group]) => {
      const sorted = group.toSorted(byOrder);
      const winner = sorted[0]!;
      const same = (claim: Claim) => new Big(claim.suggestion.value!).eq(winner.suggestion.value!);
      const uncertain = !sorted.some((claim) => claim.suggestion.certainty === 'certain' && same(claim));
      return [address, { address, winner, claims: sorted, uncertain }];
    }),
  );
}
