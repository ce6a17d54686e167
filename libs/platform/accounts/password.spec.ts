import { JariError } from '../errors/jari-error.js';
import { hashPassword, requireStrongPassword, verifyPassword } from './password.js';

describe('a password hash', () => {
  it('is argon2id with 19 MiB, two passes, one lane and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('a quiet autumn day'), hashPassword('a quiet autumn day')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('belongs to its password alone, however Hangul was composed', async () => {
    const hash = await hashPassword('가을 하늘 공활한데'.normalize('NFD'));
    expect(await verifyPassword(hash, '가을 하늘 공활한데'.normalize('NFC'))).toBe(true);
    expect(await verifyPassword(hash, '가을 하늘 공활한대')).toBe(false);
  });

  it('that does not exist belongs to none', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
    expect(await verifyPassword(undefined, 'a quiet autumn day')).toBe(false);
  });
});

describe('requireStrongPassword', () => {
  it.each(['short', '123456789', 'aaaaaaaaaaaa', 'abababababab', 'my A-1023 here', 'MY a-1023 HERE'])('refuses %s', (password) => {
    expect(() => requireStrongPassword(password, 'A-1023')).toThrow(new JariError('PASSWORD_TOO_WEAK'));
  });

  it.each(['abcde12345', 'a quiet autumn day', '가을 하늘 공활한데 높고'])('takes %s', (password) => {
    expect(() => requireStrongPassword(password, 'A-1023')).not.toThrow();
  });
});
