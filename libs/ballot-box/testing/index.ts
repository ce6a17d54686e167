export { PlayedElection, type ElectionOptions, type PlayedVoter } from './election.js';
export { newTrustees, playKeygen, type KeygenOptions, type PlayedKeygen, type PlayedTrustee } from './keygen.js';
export { damaged } from './fuzz.js';
export { busyElection, RANKINGS } from './busy-election.js';
export { faultOf, rechained, tampered, without, type MutableBoard } from './tampering.js';
