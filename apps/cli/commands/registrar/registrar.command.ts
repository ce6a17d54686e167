import { fingerprintOf, Malformed, REISSUE_REASONS } from '#ballot-box';
import { EXIT, UsageError, type Command, type CommandIo } from '../../command.js';
import { carry } from '../../own-machine/carry.js';
import type { Office } from '../../own-machine/office/office.js';
import { newPassphrase, passphrase } from '../../own-machine/passphrase.js';
import { BadInput, exitOf, Refused } from '../../own-machine/problems.js';
import { homeOf, numberOf, officeOf, readSetting, type Setting } from '../../own-machine/setting.js';
import { issue } from './issue.js';
import { Ledger } from './ledger.js';
import { writeLetters } from './letters.js';
import { reissue } from './reissue.js';

const HOME = 'JARI_REGISTRAR_HOME';
const MOST_VOTERS = 1_000_000;

type Verb = (setting: Setting, io: CommandIo) => Promise<number>;

const open = async (setting: Setting, io: CommandIo): Promise<Ledger> => {
  const path = homeOf(setting);
  return Ledger.open(path, await passphrase(setting, io));
};

const printFingerprint = ({ signing }: Ledger, { stdout, stderr }: CommandIo): number => {
  stderr.write('투표 자격 발급자의 지문입니다. 개표 관리인에게 전화나 대면으로 알려 주십시오. / The registrar\u2019s fingerprint; tell it to the trustees by telephone or in person.\n');
  stdout.write(`${fingerprintOf({ signingKey: signing.publicKey })}\n`);
  return EXIT.done;
};

const init: Verb = async (setting, io) => printFingerprint(Ledger.create(homeOf(setting), await newPassphrase(setting, io)), io);
const fingerprint: Verb = async (setting, io) => printFingerprint(await open(setting, io), io);

const withOffice = async <T>(setting: Setting, io: CommandIo, use: (ledger: Ledger, office: Office) => Promise<T>): Promise<T> => {
  const office = officeOf(setting, io);
  const ledger = await open(setting, io);
  try {
    return await use(ledger, office);
  } finally {
    await office.close();
  }
};

const issueAll: Verb = (setting, io) => withOffice(setting, io, async (ledger, office) => {
  const { voters } = await issue(ledger, office, numberOf(setting, 'voters', 1, MOST_VOTERS));
  io.stdout.write(`투표 자격 ${voters.length}개의 공개 열쇠를 냈습니다 / public keys of ${voters.length} credentials handed in\n`);
  return EXIT.done;
});

const letters: Verb = async (setting, io) => {
  const { out, link, ballot } = setting.values;
  if (out === undefined || ballot === undefined) throw new UsageError('--ballot ID --out FILE.json|.csv');
  const issued = (await open(setting, io)).issued(ballot);
  if (issued === null) throw new BadInput({ ko: '이 투표의 투표 자격을 발급하지 않았습니다', en: 'no credentials of this ballot were issued here' });
  io.stdout.write(`${writeLetters(issued, out, link)}명의 안내문 자료를 적었습니다. 보낸 뒤에는 지우십시오. / written for so many voters; delete the file when they are sent\n`);
  return EXIT.done;
};

const reissueOne: Verb = (setting, io) => {
  const { voter } = setting.values;
  const reason = REISSUE_REASONS.find((one) => one === setting.values['reason']);
  if (voter === undefined || reason === undefined) throw new UsageError(`--voter EMPLOYEE_NUMBER --reason ${REISSUE_REASONS.join('|')}`);
  return withOffice(setting, io, async (ledger, office) => {
    await reissue(ledger, office, voter, reason);
    io.stdout.write('투표 자격을 다시 발급하였습니다. letters로 새 안내문 자료를 적으십시오. / credential re-issued; write the new letter with letters\n');
    return EXIT.done;
  });
};

const VERBS: Readonly<Record<string, Verb>> = { init, fingerprint, issue: issueAll, letters, reissue: reissueOne, ...carry(['ballot', 'registrar-task', 'specification', 'board']) };

/**
 * `jari registrar VERB …`: the audit office's tool, which issues the voters' credentials on a machine of its own. The server gets
 * public keys, never a secret, and so cannot vote for anybody.
 * @returns 0 done, 1 refused, 2 bad words, file or passphrase, 3 the server is out of reach
 */
export const registrarCommand: Command = async ([word = '', ...words], io) => {
  const verb = VERBS[word];
  if (verb === undefined) throw new UsageError(`registrar ${Object.keys(VERBS).join('|')}`);
  try {
    return await verb(readSetting(words, ['voters', 'out', 'link', 'voter', 'reason'], [], HOME, process.env), io);
  } catch (error) {
    return exitOf(error instanceof Malformed ? new Refused('MALFORMED', { ko: `읽을 수 없는 내용입니다: ${error.message}`, en: `cannot be read: ${error.message}` }) : error, io);
  }
};
