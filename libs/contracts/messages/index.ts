import enBallots from './en/ballots.json' with { type: 'json' };
import enOrganization from './en/organization.json' with { type: 'json' };
import enPlatform from './en/platform.json' with { type: 'json' };
import enPreferences from './en/preferences.json' with { type: 'json' };
import enReporting from './en/reporting.json' with { type: 'json' };
import enRounds from './en/rounds.json' with { type: 'json' };
import koBallots from './ko/ballots.json' with { type: 'json' };
import koOrganization from './ko/organization.json' with { type: 'json' };
import koPlatform from './ko/platform.json' with { type: 'json' };
import koPreferences from './ko/preferences.json' with { type: 'json' };
import koReporting from './ko/reporting.json' with { type: 'json' };
import koRounds from './ko/rounds.json' with { type: 'json' };
import type { Language } from '../language.js';

/**
 * The message catalogues: flat keys (`error.CODE`, `rule.CODE.title`, …), equal in both languages (tested).
 * Places are written `{name}`; `{name:을}` chooses the particle that fits the value (을/를, 이/가, 은/는, 으로/로, 와/과).
 * `{name@group}` says a code in words: the message `group.CODE`. `{name@day}` and `{name@time}` write a date or a moment as
 * letters do. `{name#one|other}` and `{name#none|one|other}` choose by number, `#` standing for it.
 */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ko: { ...koPlatform, ...koOrganization, ...koPreferences, ...koRounds, ...koBallots, ...koReporting },
  en: { ...enPlatform, ...enOrganization, ...enPreferences, ...enRounds, ...enBallots, ...enReporting },
};
