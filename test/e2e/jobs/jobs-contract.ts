import { Bench } from './support/bench.js';
import { delivery } from './contract/delivery.js';
import { failure } from './contract/failure.js';
import { loss } from './contract/loss.js';
import { operation } from './contract/operation.js';
import { start } from './contract/start.js';

export interface DriverUnderTest {
  readonly name: string;
  /** Of Redis, for the driver that uses it. */
  redisUrl(): string | undefined;
  /** Delivers a job once more, as a transport that promises "at least once" may. */
  deliverAgain(bench: Bench, id: string): Promise<void>;
}

/** What every driver promises; each part is one set of promises. */
export const jobsContract = (driver: DriverUnderTest): void => {
  describe(`jobs through ${driver.name}`, () => {
    let bench: Bench;

    beforeAll(async () => {
      bench = await Bench.open(driver.redisUrl());
    });
    afterEach(() => bench.clear());
    afterAll(() => bench.dispose());

    for (const part of [delivery, failure, operation, loss, start]) part(() => bench, driver);
  });
};
