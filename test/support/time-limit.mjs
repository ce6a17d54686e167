// Jest reads `testTimeout` from neither a project nor, with projects, from the top. Real parts need more than five seconds
// on a busy machine; a test that needs still more says so itself.
import { jest } from '@jest/globals';

jest.setTimeout(60_000);
