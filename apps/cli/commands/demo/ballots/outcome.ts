import { countedBoard, openedOf, type Election } from './election.js';

/** Who was chosen, ties by the frozen rule included; null = nobody. */
export const winnerOf = (election: Election): string | null => {
  const { result, spec } = countedBoard(election);
  const id = result?.outcome === 'ELECTED' ? result.winners[0] : result?.tie?.chosen;
  const number = spec.options.findIndex((option) => option.id === id && !option.nota);
  return [...openedOf(election).options].find(([, option]) => number >= 0 && option === number)?.[0] ?? null;
};
