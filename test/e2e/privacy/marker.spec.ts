import { hideMarks } from './hide-marks.js';

hideMarks('PostgreSQL', () => undefined);
