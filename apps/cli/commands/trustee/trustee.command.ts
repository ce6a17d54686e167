import { fingerprintOf, GROUP_NAMES, type GroupName } from '#ballot-box';
import { EXIT, UsageError, type Command, type CommandIo } from '../../command.js';
import { carry } from '../../own-machine/carry.js';
import { newPassphrase, passphrase } from '../../own-machine/passphrase.js';
import { exitOf, inBoth } from '../../own-machine/problems.js';
import { ownClock } from '../../own-machine/own-clock.js';
import { homeOf, numberOf, officeOf, readSetting, type Setting } from '../../own-machine/setting.js';
import { Compared } from './compared.js';
import { GOALS, runDue, STEPS, watch, type Report, type StepName } from './run.js';
import type { Work } from './steps/step.js';
import { inWords, refusal } from './texts/refusals.js';
import { TrusteeHome } from './trustee-home.js';

const HOME = 'JARI_TRUSTEE_HOME';
const DOCUMENTS = ['ballot', 'trustees', 'keygen', 'specification', 'board'] as const;

type Verb = (setting: Setting, io: CommandIo) => Promise<number>;

const printFingerprint = ({ keys }: TrusteeHome, { stdout, stderr }: CommandIo): number => {
  stderr.write('관리인의 지문입니다. 다른 관리인과 감사 부서에 전화나 대면으로 알려 주십시오. / Your fingerprint; tell it to the other trustees by telephone or in person.\n');
  stdout.write(`${fingerprintOf({ signingKey: keys.signing.publicKey, encryptionKey: keys.encryptionKey })}\n`);
  return EXIT.done;
};

const init: Verb = async (setting, io) => {
  const group = GROUP_NAMES.find((name) => name === (setting.values['group'] ?? 'ristretto255')) satisfies GroupName | undefined;
  if (group === undefined) throw new UsageError(`--group ${GROUP_NAMES.join('|')}`);
  return printFingerprint(TrusteeHome.create(homeOf(setting), await newPassphrase(setting, io), group), io);
};

const fingerprint: Verb = async (setting, io) => printFingerprint(TrusteeHome.open(homeOf(setting), await passphrase(setting, io)), io);

/** Sets everything up for steps, and closes the session behind them. */
const working = async <T>(setting: Setting, io: CommandIo, use: (work: Work) => Promise<T>): Promise<T> => {
  const [path, office, now] = [homeOf(setting), officeOf(setting, io), ownClock(setting.environment, io)];
  const home = TrusteeHome.open(path, await passphrase(setting, io));
  try {
    return await use({
      home, drawer: home.ballot(office.ballotId), office, compared: new Compared(home.comparedFile, io), now,
      acceptBuiltIn: setting.switches.has('accept-built-in'), threads: numberOf(setting, 'threads', 1, 64), receipts: setting.values['receipts'] === undefined ? [] : [setting.values['receipts']], io,
    });
  } finally {
    await office.close();
  }
};

/** Says what was done; of what is waited for only the newest. */
const reporter = ({ switches }: Setting, { stdout, stderr }: CommandIo): Report => {
  let said = '';
  return (step, { state, words }) => {
    const line = inBoth(words);
    if (state === 'done') stdout.write(switches.has('json') ? `${JSON.stringify({ step, outcome: state })}\n` : `${line}\n`);
    else if (state === 'waiting' && line !== said) stderr.write(`${line}\n`);
    said = line;
  };
};

const oneStep = (name: StepName): Verb => (setting, io) => working(setting, io, async (work) => {
  const outcome = await STEPS[name](work);
  reporter(setting, io)(name, outcome);
  if (outcome.state === 'waiting') throw refusal('NOT_DUE');
  return EXIT.done;
});

const run: Verb = (setting, io) => working(setting, io, async (work) => {
  const end = await runDue(work, reporter(setting, io));
  if (end !== null) io.stderr.write(`${inBoth(refusal('OVER', { state: end }).words)}\n`);
  return EXIT.done;
});

const keepWatch: Verb = (setting, io) => {
  const goal = setting.values['until'] ?? 'share';
  if (!isGoal(goal)) throw new UsageError(`--until ${Object.keys(GOALS).join('|')}`);
  return working(setting, io, async (work) => {
    await watch(work, { goal: GOALS[goal], seconds: numberOf(setting, 'every', 0.05, 3600) ?? 2 }, reporter(setting, io));
    return EXIT.done;
  });
};

const isGoal = (word: string): word is keyof typeof GOALS => Object.hasOwn(GOALS, word);

/** Where everything stands, and what would be done next. */
const status: Verb = (setting, io) => working(setting, io, async ({ office, home }) => {
  const ballot = (await office.read('ballot')) as { name?: string; state?: string; electionId?: string | null } | null;
  const electionId = ballot?.electionId ?? null;
  io.stdout.write(`${JSON.stringify({
    ballotId: office.ballotId, name: ballot?.name ?? null, state: ballot?.state ?? null, electionId,
    endorsed: electionId === null ? null : home.memory.endorsed(electionId)?.endorsement ?? null,
  }, null, 2)}\n`);
  return EXIT.done;
});

const VERBS: Readonly<Record<string, Verb>> = {
  init, fingerprint, run, watch: keepWatch, status,
  keys: oneStep('keys'), keygen: oneStep('keygen'), 'sign-spec': oneStep('sign-spec'), endorse: oneStep('endorse'), decrypt: oneStep('decrypt'),
  ...carry(DOCUMENTS),
};

/**
 * `jari trustee VERB …`: a trustee's own tool. It trusts no server: everything that it signs it has checked by itself.
 * @returns 0 done or nothing due, 1 refused or (for a single step) not due, 2 bad words, file or passphrase, 3 the server is out of reach
 */
export const trusteeCommand: Command = async ([word = '', ...words], io) => {
  const verb = VERBS[word];
  if (verb === undefined) throw new UsageError(`trustee ${Object.keys(VERBS).join('|')}`);
  try {
    return await verb(readSetting(words, ['group', 'until', 'every', 'threads', 'receipts'], ['json', 'accept-built-in'], HOME, process.env), io);
  } catch (thrown) {
    return exitOf(inWords(thrown), io);
  }
};
