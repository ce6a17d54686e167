import type { CommandIo } from '../command.js';
import { FEWEST_CHARACTERS } from './key-box.js';
import { BadInput } from './problems.js';
import { secretWords, type Environment } from './secret-words.js';

const VARIABLE = 'JARI_PASSPHRASE';

/** The passphrase of the key files. @throws BadInput */
export const passphrase = ({ environment }: { readonly environment: Environment }, io: CommandIo): Promise<string> =>
  secretWords(VARIABLE, { ko: '열쇠 파일의 암호 문구', en: 'passphrase of the key files' }, environment, io);

/** A new one; asked at the terminal it is asked twice. @throws BadInput */
export async function newPassphrase({ environment }: { readonly environment: Environment }, io: CommandIo): Promise<string> {
  const first = await passphrase({ environment }, io);
  if (first.length < FEWEST_CHARACTERS) throw new BadInput({ ko: `암호 문구는 ${FEWEST_CHARACTERS}자 이상이어야 합니다`, en: `a passphrase has at least ${FEWEST_CHARACTERS} characters` });
  const again = await secretWords(VARIABLE, { ko: '한 번 더 적어 주십시오', en: 'once more' }, environment, io);
  if (again !== first) throw new BadInput({ ko: '두 암호 문구가 다릅니다', en: 'the two passphrases differ' });
  return first;
}
