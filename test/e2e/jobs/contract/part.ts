import type { DriverUnderTest } from '../jobs-contract.js';
import type { Bench } from '../support/bench.js';

/** Tests of one set of promises, on whatever driver the bench stands. */
export type ContractPart = (bench: () => Bench, driver: DriverUnderTest) => void;
