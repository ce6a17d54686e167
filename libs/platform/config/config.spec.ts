import { ConfigError, readConfig } from './config.js';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, databaseUrl: undefined, sessionMinutes: 30, cookieSecure: false });
  });

  it('reports all faults together and repeats no value', () => {
    let error: unknown;
    try {
      readConfig({ PORT: '99999', DATABASE_URL: 'mysql://user:hunter2@db/x', COOKIE_SECURE: 'yes' });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ConfigError);
    const { faults, message } = error as ConfigError;
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['DATABASE_URL', 'PORT', 'COOKIE_SECURE']);
    expect(message).not.toContain('hunter2');
  });
});
