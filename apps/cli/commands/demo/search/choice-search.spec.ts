import { ChoiceSearch, type Leak } from './choice-search.js';
import type { Secrets } from './secrets.js';

const TOKEN = Buffer.alloc(32, 7).toString('base64url');
const OTHER = Buffer.alloc(32, 8).toString('base64url');
const KEY = Buffer.alloc(32, 9).toString('base64url');
const VOTER = '11111111-2222-4333-8444-555555555555';
const SILENT = '99999999-2222-4333-8444-555555555555';

const secrets: Secrets = {
  tokens: new Set([TOKEN]),
  ballots: [
    {
      names: [['c1', 'c2', 'c3', 'nota'], ['김가나', '이다라', '박마바', '적임자 없음'], ['19990001', '19990002', '19990003', 'nota']],
      votes: [{ voter: [VOTER, KEY], choice: [2, 0, 1, 3] }, { voter: ['x', 'y'], choice: [1, 0, 2, 3] }], published: [[1, 0, 2, 3]],
    },
    { names: [['c1', 'c2', 'nota'], ['최사아', '정자차', '적임자 없음']], votes: [{ voter: [VOTER, KEY], choice: [1] }], published: [] },
  ],
};

const found = (place: string, text: string): Leak[] => {
  const search = new ChoiceSearch(secrets);
  search.look(place, text);
  return [...new Set(search.findings.map(({ leak }) => leak))];
};

describe('the search for choices', () => {
  it.each([
    ['the randomness of a ballot', 'wish', `{"opening": "${TOKEN}"}`],
    ['the same behind other letters', 'session', `abc_${TOKEN}`],
    ['the same as hexadecimal digits', 'log', `r=${Buffer.from(TOKEN, 'base64url').toString('hex')}`],
  ])('finds %s anywhere', (_, place, text) => expect(found(place, text)).toEqual(['TOKEN']));

  it.each([
    ['groups of ids', '{"choice": [["c3"], ["c1"], ["c2"], ["nota"]]}'],
    ['a list of ids', '["c3","c1","c2","nota"]'],
    ['ids with arrows', 'c3 > c1 > c2 > nota'],
    ['names', '박마바, 김가나, 이다라, 적임자 없음'],
    ['employee numbers', '19990003|19990001|19990002|nota'],
  ])('finds a ranking that was cast, as %s', (_, text) => expect(found('wish', text)).toEqual(['RANKING']));

  it('finds a ranking by indices where ballots are handled', () => {
    expect(found('job', '{"choice":[[2],[0],[1],[3]]}')).toEqual(['RANKING']);
    expect(found('round_participant', '[2, 0, 1, 3]')).toEqual([]);
  });

  it.each([
    ['by id, in a table of ballots', 'ballot_participation', `${VOTER}\nc2`],
    ['by credential and name, in a log', 'log', `{"credential":"${KEY}","for":"정자차"}`],
    ['in the audit log', 'audit_log', `vote.cast ${VOTER} {"option": "c2"}`],
  ])('finds a voter beside the choice: %s', (_, place, text) => expect(found(place, text)).toEqual(['VOTER_AND_CHOICE']));

  it.each([
    ['encrypted ballots and other values of that length', 'ballot_intake', `${KEY} {"a": "${OTHER}"}`],
    ['the published order of the result', 'ballot', '{"order": [["c2"], ["c1"], ["c3"], ["nota"]]}'],
    ['candidates in a list', 'ballot', '{"options": [{"id": "c3"}], "seniority": ["c2", "c1", "c3", "nota"]}'],
    ['a voter beside somebody else', 'ballot_participation', `${VOTER}\nc1`.replace('c1', 'c9')],
    ['a voter who chose nothing beside a name', 'ballot_voter', `${SILENT} 정자차`],
    ['a public nomination', 'audit_log', `${VOTER}\ncandidate.nominate\n{"employeeId": "정자차"}`],
    ['people side by side elsewhere', 'placement_run', `${VOTER} 정자차`],
  ])('is silent about %s', (_, place, text) => expect(found(place, text)).toEqual([]));
});
