import type { Fault } from '#contracts';
import { refuseIfFaulty } from '#platform';
import { withApplication } from '../../application/application-context.js';
import { readFlags } from '../../application/flags.js';
import { foundOrganization, OrganizationCodeTaken, type FoundedOrganization, type NewOrganization } from '../../application/found-organization.js';
import { EXIT, type Command } from '../../command.js';

interface Wanted {
  readonly organization: NewOrganization;
  readonly admin: string;
  readonly json: boolean;
}

/** As the columns of codes in import files: it is typed at sign-in. */
const CODE = /^[\p{L}\p{N}._/-]{1,40}$/u;
const CONTROL = /\p{Cc}/u;

const LENGTHS = { code: [1, 40], name: [1, 100], 'name-en': [1, 200], admin: [3, 40] } as const;
const NAMES = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[];

/** @throws UsageError, VALIDATION_FAILED with every fault of the words */
const parse = (argv: readonly string[]): Wanted => {
  const { values, switches } = readFlags(argv, NAMES, ['json']);
  const faults: Fault[] = [];
  const read = (name: keyof typeof LENGTHS): string => {
    const text = (values[name] ?? '').normalize('NFC').trim();
    const [min, max] = LENGTHS[name];
    const path = `--${name}`;
    if (text === '') faults.push({ path, code: 'validation.required' });
    else if (CONTROL.test(text)) faults.push({ path, code: 'validation.controlCharacter' });
    else if (text.length < min || text.length > max) faults.push({ path, code: 'validation.length', params: { min, max } });
    else if (name === 'code' && !CODE.test(text)) faults.push({ path, code: 'IMPORT_CODE_FORM' });
    return text;
  };
  const organization = { code: read('code'), name: read('name'), nameEn: read('name-en'), isDemo: false };
  const admin = read('admin');
  refuseIfFaulty(faults);
  return { organization, admin, json: switches.has('json') };
};

/** The day and minute in Korea, where the code is typed. */
const inKorea = (moment: Date): string => `${new Date(moment.getTime() + 9 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')} KST`;

const answer = ({ code: organization, name, nameEn }: NewOrganization, { signInName, code, expiresAt }: FoundedOrganization): string => [
  `기관을 개설하였습니다 / the organisation was founded: ${name} (${nameEn})`,
  `  기관 코드 / organisation code: ${organization}`,
  `  시스템 관리자 로그인 이름 / administrator's sign-in name: ${signInName}`,
  `  활성화 코드 / activation code: ${code}`,
  `  코드 유효기간 / the code holds until: ${inKorea(expiresAt)}`,
  '',
  '이 코드는 다시 표시되지 않으며 한 번만 쓸 수 있습니다. 첫 비밀번호를 정할 때 입력하십시오(POST /api/activation).',
  'The code is not shown again and works once, to set the first password (POST /api/activation).',
  '',
].join('\n');

/**
 * `jari organization create`: an organisation and its first administrator, or nothing.
 * @returns 0 done, 2 for wrong words or a code that is taken
 */
export const organizationCreate: Command = async (argv, io) => {
  const { organization, admin, json } = parse(argv);
  try {
    const founded = await withApplication(io, (app) => foundOrganization(app, 'organization-create', organization, admin));
    io.stdout.write(json
      ? `${JSON.stringify({ organization: organization.code, signInName: founded.signInName, activationCode: founded.code, expiresAt: founded.expiresAt }, null, 2)}\n`
      : answer(organization, founded));
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof OrganizationCodeTaken)) throw error;
    io.stderr.write(`이미 쓰이고 있는 기관 코드입니다 / the organisation code is taken: ${organization.code}\n`);
    return EXIT.badInput;
  }
};
