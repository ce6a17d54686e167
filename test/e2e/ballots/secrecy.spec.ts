import { hideChoices } from './hide-choices.js';

hideChoices('PostgreSQL', () => undefined);
