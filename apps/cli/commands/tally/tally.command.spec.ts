import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tallyCommand } from './tally.command.js';

const folder = mkdtempSync(join(tmpdir(), 'jari-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '', err = '';
  const code = await tallyCommand(argv, { stdout: { write: (text) => { out += text; } }, stderr: { write: (text) => { err += text; } } });
  return { code, out, err };
}

let written = 0;
function file(ending: string, content: unknown): string {
  const path = join(folder, `ballots-${++written}.${ending}`);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

const ballots = [
  { count: 5, ranking: [['A'], ['C', 'B']] }, { count: 4, ranking: [['B'], ['C'], ['A']] }, { count: 2, ranking: [['C']] },
];
const json = file('json', { ballots, candidates: ['A', 'B', 'C'], unranked: 'tied-last', made: 'up' });
const answer = {
  winners: ['A', 'B'], order: [['A', 'B'], ['C']],
  pairwise: { A: { B: 5, C: 5 }, B: { A: 4, C: 4 }, C: { A: 6, B: 2 } }, ties: [['A', 'B']],
};

describe('jari tally', () => {
  it('prints winners, order, pairwise counts and ties, with exit 0 also in a tie', async () => {
    const { code, out, err } = await run('--method', 'copeland', json);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({ winners: ['A', 'B', 'C'], order: [['A', 'B', 'C']], pairwise: answer.pairwise, ties: [['A', 'B', 'C']], scores: { A: 1, B: 1, C: 1 } });
  });

  it.each([
    ['CSV', 'csv', '\ufeffcount,A,B,C\r\n5,1,2,2\r\n4,7,1,2\r\n\r\n"2",,,3\r\n'],
    ['CSV with a line for each ballot', 'csv', `A,"B", C \n${'1,2,2\n'.repeat(5)}${'3,1,2\n'.repeat(4)}${',,1\n'.repeat(2)}`],
    ['PrefLib', 'toi', '# FILE NAME: x.toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 11\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n5: 1,{3, 2}\n4: 2,3,1\n2: 3\n'],
    ['older PrefLib', 'toi', '3\n1,A\n2,B\n3,C\n11,11,3\n5,1,{2,3}\n4,2,3,1\n2,3'],
  ])('counts %s as the same ballots in JSON', async (_, ending, content) => {
    const other = file(ending, content);
    for (const method of ['schulze', 'irv', 'borda', 'plurality']) {
      const expected = await run('--method', method, json);
      expect(expected.code).toBe(0);
      expect(await run(`--method=${method}`, other)).toEqual(expected);
    }
  });

  it('leaves unlisted candidates without an opinion where that is asked for', async () => {
    const pairwise = async (...argv: string[]): Promise<unknown> => JSON.parse((await run('--method', 'schulze', ...argv)).out).pairwise.B.C;
    const csv = file('csv', 'A,B,C\n2,1,\n');
    expect([await pairwise(csv), await pairwise('--unranked', 'no-opinion', csv)]).toEqual([1, 0]);
    const silent = file('json', { candidates: ['A', 'B', 'C'], ballots: [{ count: 1, ranking: [['B']] }] });
    expect([await pairwise(silent), await pairwise('--unranked', 'no-opinion', silent), await pairwise('--unranked', 'no-opinion', json)]).toEqual([1, 0, 4]);
  });

  it('reads many pieces: ballots before candidates, brackets within names, half characters at the ends of pieces', async () => {
    const names = ['가[{', '나"}]', '다\\,'];
    const many = { unranked: 'tied-last', ballots: Array.from({ length: 60_000 }, (_, at) => ({ count: 1, ranking: [[names[at % 3]], [names[(at + 1) % 3]]], note: '😀'.repeat(at % 7) })), candidates: names };
    const { code, out } = await run('--method', 'plurality', file('json', many));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ winners: names, scores: { [names[0]!]: 20_000 }, pairwise: { [names[0]!]: { [names[1]!]: 40_000 } } });
  });

  it.each<[string, string, unknown, string[]]>([
    ['JSON with faults everywhere', 'json', { candidates: ['A', 'A'], unranked: 1, ballots: [{ count: -1, ranking: [['A'], ['비밀']] }, 3] }, [
      'candidates row 2: repeats the name "A". / 후보자 2행: 같은 이름이 앞에 이미 있습니다: "A"',
      'file unranked: must be "tied-last" or "no-opinion". / 파일 unranked: "tied-last" 또는 "no-opinion"이어야 합니다.',
      'ballots row 1 ranking[2][1]: is not among the candidates. / 표 1행 ranking[2][1]: 후보자 명단에 없습니다.',
      'ballots row 1 count: must be an integer of 1 or more. / 표 1행 count: 표의 수는 1 이상의 정수여야 합니다.',
      'ballots row 2: is not an object. / 표 2행: 객체가 아닙니다.',
    ]],
    ['what is no JSON', 'json', '{"candidates": ["비밀"', ['file: is not JSON. / 파일: JSON 형식이 아닙니다.']],
    ['a list', 'json', '[1]', ['file: is not an object. / 파일: 객체가 아닙니다.']],
    ['brackets that do not fit', 'json', '{"candidates":["A"],"ballots":[{"ranking":[["A"]]}}', ['file: is not JSON. / 파일: JSON 형식이 아닙니다.']],
    ['a broken ballot among good ones', 'json', '{"candidates":["A"],"ballots":[{"ranking":[["A"]]},{"ranking":[["비밀"],]},{"ranking":[["A"]]},]}', [
      'ballots row 2: is not JSON. / 표 2행: JSON 형식이 아닙니다.', 'ballots row 4: is not JSON. / 표 4행: JSON 형식이 아닙니다.',
    ]],
    ['ballots named twice', 'json', '{"candidates":["A"],"ballots":[],"ballots":[]}', ['file ballots: is a member that stands there twice. / 파일 ballots: 같은 이름의 항목이 두 번 나옵니다.']],
    ['ballots that are no list', 'json', '{"candidates":["A"],"ballots":{"a":[]}}', ['ballots: has the wrong type; expected list. / 표: 값의 종류가 올바르지 않습니다. 필요한 종류: list']],
    ['CSV', 'csv', 'count,A,count,B,A\n0,1,1,x,2\n1,1\n1,"1,2\n', [
      'candidates row 1 count: is a column that stands there twice. / 후보자 1행 count: 같은 이름의 열이 두 번 나옵니다.',
      'candidates row 1 column 5: repeats the name "A". / 후보자 1행 column 5: 같은 이름이 앞에 이미 있습니다: "A"',
      'ballots row 2 B: must be an integer of 1 or more, or empty. / 표 2행 B: 순위는 1 이상의 정수이거나 빈칸이어야 합니다.',
      'ballots row 2 count: must be an integer of 1 or more. / 표 2행 count: 표의 수는 1 이상의 정수여야 합니다.',
      'ballots row 3: has 2 fields where the header has 5. / 표 3행: 칸의 수(2)가 머리글의 열 수(5)와 다릅니다.',
      'ballots row 4: has a quotation mark that is not closed properly. / 표 4행: 따옴표가 올바르게 닫히지 않았습니다.',
    ]],
    ['an empty CSV', 'csv', '', ['candidates: has nobody in it. / 후보자: 후보자가 한 명도 없습니다.']],
    ['a strict complete PrefLib file', 'soc', '# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: B\n1: 1,2\n1: {1,2}\n1: 1,,2\n1: 1,2,2\nx: 4,1\n', [
      'candidates row 5 ALTERNATIVE NAME 3: repeats the name "B". / 후보자 5행 ALTERNATIVE NAME 3: 같은 이름이 앞에 이미 있습니다: "B"',
      'ballots row 7 order: has a tie, which this kind of file may not have. / 표 7행 order: 이 형식의 파일에는 동순위를 쓸 수 없습니다.',
      'ballots row 8: is not an order such as 12: 3,{1,4},2. / 표 8행: 순서를 읽을 수 없습니다. 예: 12: 3,{1,4},2',
      'ballots row 9 order[3]: stands on the same ballot a second time. / 표 9행 order[3]: 한 표에 같은 후보자가 두 번 나옵니다.',
      'ballots row 10 order[1]: is not among the candidates. / 표 10행 order[1]: 후보자 명단에 없습니다.',
      'ballots row 10 count: must be an integer of 1 or more. / 표 10행 count: 표의 수는 1 이상의 정수여야 합니다.',
    ]],
    ['a PrefLib file that breaks off', 'soc', '# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n3: 2,1\n5: 1', [
      'ballots row 6 order: leaves out 1 candidates, which this kind of file may not do. / 표 6행 order: 이 형식의 파일에는 모든 후보자의 순위가 있어야 합니다. 빠진 후보자: 1명',
    ]],
    ['a PrefLib file whose voters do not add up', 'soi', '# NUMBER ALTERNATIVES: 1\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: A\n3: 1\n', [
      'file NUMBER VOTERS: says 9, but the ballots add up to 3. / 파일 NUMBER VOTERS: 머리글의 투표자 수(9)와 표의 합계(3)가 다릅니다.',
    ]],
    ['a PrefLib file without names', 'toc', '# NUMBER ALTERNATIVES: 2\n1: 1\n', [
      'file ALTERNATIVE NAME 1: is missing from the header. / 파일 ALTERNATIVE NAME 1: 머리글에서 필요한 항목을 찾을 수 없습니다.',
      'ballots row 2 order[1]: is not among the candidates. / 표 2행 order[1]: 후보자 명단에 없습니다.',
    ]],
    ['an older PrefLib file that is something else', 'toi', 'hello\nworld\n', ['file row 1 NUMBER ALTERNATIVES: must be an integer of 1 or more. / 파일 1행 NUMBER ALTERNATIVES: 1 이상의 정수여야 합니다.']],
    ['text that is not UTF-8', 'toi', Uint8Array.of(49, 10, 49, 44, 0xff, 10), ['file row 1: is not valid UTF-8 text. / 파일 1행: UTF-8로 읽을 수 없는 글자가 있습니다.']],
  ])('refuses %s with every fault, and prints nothing', async (_, ending, content, lines) => {
    const { code, out, err } = await run('--method', 'schulze', file(ending, content));
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toEqual(lines);
    expect(err).not.toContain('비밀');
  });

  it.each<[string, string[], string]>([
    ['an unknown method, naming the known ones', ['--method', 'magic', json], 'ranked-pairs'],
    ['no method', [json], '--method is missing'],
    ['a method without its value', ['--method'], '--method needs a value'],
    ['an unknown option', ['--method', 'irv', '--quick', json], 'unknown option --quick'],
    ['another treatment of unlisted candidates', ['--method', 'irv', '--unranked', 'first', json], '--unranked is tied-last or no-opinion'],
    ['no file', ['--method', 'irv'], 'give one file'],
    ['two files', ['--method', 'irv', json, json], 'give one file'],
    ['a missing file', ['--method', 'irv', join(folder, 'absent.csv')], 'ENOENT'],
    ['a folder', ['--method', 'irv', folder], 'EISDIR'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
