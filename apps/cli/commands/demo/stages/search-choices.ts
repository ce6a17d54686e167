import { ChoiceSearch } from '../search/choice-search.js';
import { dumpDatabase } from '../search/dump-database.js';
import { collectSecrets } from '../search/secrets.js';
import type { Season, Stage } from '../season/season.js';

/** Looks through every row of the database and every line of the log. @returns the search, with what it found @throws Error when it cannot see the ballots */
export const searchSeason = async (season: Season): Promise<ChoiceSearch> => {
  const search = new ChoiceSearch(await collectSecrets(season));
  let ballots = 0;
  for await (const { table, text } of dumpDatabase(season.product.databaseUrl)) {
    search.look(table, text);
    if (table === 'ballot_intake') ballots += 1;
  }
  // Somebody to whom the rows are hidden finds nothing, which says nothing.
  if (ballots < season.elections.reduce((sum, { receipts }) => sum + receipts.length, 0)) throw new Error('The search does not see every ballot');
  for (const line of season.product.log().split('\n')) search.look('log', line);
  return search;
};

/** When everything is over: what a thief of the database and the logs would have says of nobody how they voted. The season runs without Redis. */
export const searchChoices: Stage = async (season) => {
  await season.progress.stage({ ko: '데이터베이스와 기록에서 투표 내용 검색', en: 'database and logs searched for choices' }, 0, async () => {
    const { findings, rows, characters, secrets } = await searchSeason(season);
    if (findings.length > 0) throw new Error(`A choice stands in clear: ${[...new Set(findings.map(({ place, leak }) => `${place} (${leak})`))].join(', ')}`);
    season.record.searched = { rows, megabytes: Math.round(characters / 2 ** 20), secrets };
  });
};
