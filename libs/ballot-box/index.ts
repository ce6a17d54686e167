export { fromBase64url, toBase64url } from './encoding/base64url.js';
export { canonicalJson, type Json } from './encoding/canonical-json.js';
export { Malformed } from './encoding/malformed.js';
export { hashOf } from './hashing/hash.js';
export { randomBytes } from './random/random.js';
export type { Group, GroupName, Point } from './groups/group.js';
export { GROUP_NAMES, groupNamed } from './groups/registry.js';
export { isSignedBy, newSigningKey, sign, signedBytes, signingKeyFrom, signingKeyText, type SignedKind, type SigningKey } from './signatures/signed.js';
export type { BallotKind, Choice, Layout } from './kinds/layout.js';
export { InvalidChoice } from './kinds/layout.js';
export { BALLOT_KINDS, kindNamed } from './kinds/registry.js';
export { ballotSetting, type BallotSetting, type SettingInput } from './ballot/setting.js';
export { ballotHashOf, type BallotContent } from './ballot/content.js';
export { encryptBallot, isOpenedBy, type Opening } from './ballot/encrypt.js';
export { verifyBallot, verifyBallots, verifyOneByOne, type BallotFault, type BallotToVerify } from './ballot/verify.js';
export { endorsersNeeded, openSetup, type KeygenSetup, type OpenSetup, type Trustee } from './keygen/setup.js';
export { fingerprintOf, newTrusteeKeys, openTrusteeKeys, writeTrusteeKeys, type TrusteeKeyFile, type TrusteeKeys } from './keygen/trustee-keys.js';
export { beginKeygen, dealShares, revealAfter, type Dealing } from './keygen/deal.js';
export { judgeComplaint, receiveShares, type Received } from './keygen/receive.js';
export { finishKeygen, type KeygenOutput } from './keygen/finish.js';
export { openDealing, openKeyShare, writeDealing, writeKeyShare, type DealingFile, type KeyShare, type KeyShareFile } from './keygen/kept.js';
export { KeygenFault, type KeygenFaultCode } from './keygen/keygen-fault.js';
export type { CommitMessage, ComplaintMessage, ConfirmMessage, KeygenTranscript, RevealMessage, SharesMessage } from './keygen/messages.js';
export { addUp, aggregateHashOf, type Aggregate } from './decryption/aggregate.js';
export { checkDecryptionShare, makeDecryptionShare, readDecryptionShare, type Decrypter, type DecryptionShare, type ShareFault } from './decryption/decryption-share.js';
export { combineShares } from './decryption/combine.js';
export { COUNTING_METHODS, type Spec, type SpecOption } from './board/spec-record.js';
export { defaultMethod, notaRuleOf, openSpec, strengthOfMethod, type OpenSpec } from './board/spec.js';
export {
  credentialList, credentialListHashOf, credentialOf, newCredentialSecret, REISSUE_REASONS, rollHashOf, signRegistrarStatement, signReissue,
  type RegistrarStatement, type Reissue,
} from './board/registrar.js';
export {
  isEnvelopeSigned, isTestNoticeSigned, readEnvelope, readTestNotice, signEnvelope, signTestNotice, trackerOf, type CastInput, type Envelope, type TestNotice,
} from './board/envelope.js';
export { chainEntry, contentText, entryHashOf, readEntry, type BallotEntry, type ChainHead, type Entry, type EntryInput, type RejectedEntry, type ReissuedEntry, type TestedEntry } from './board/entry.js';
export { CONTENT_REASONS, ENVELOPE_REASONS, isContentReason, REJECTION_REASONS, type ContentReason, type EnvelopeReason, type RejectionReason } from './board/rejection.js';
export {
  isCloseSigned, isEndorsementSigned, isReceiptSigned, isSpecSigned, readReceipt, signClose, signEndorsement, signReceipt, signSpec,
  type CloseRecord, type Endorsement, type Receipt, type SpecSignature,
} from './board/statements.js';
export { lotCommitmentOf, lotTicket, newLotNonce } from './board/lot.js';
export { pairwiseTotals } from './board/pairwise.js';
export { decideResult, failedResult, FAILURES, thresholdMissed, type Failure, type Result } from './board/result.js';
export { readBoard, writeBoard, type Board } from './board/board.js';
export { CHECKS, type BoardFault, type BoardFaultCode, type CheckName, type Finding } from './verify/findings.js';
export { verifyBoard, type Verification, type VerifyOptions } from './verify/verify-board.js';
export { endorse, releaseShare, signSpecification, type Endorsed, type TrusteeDesk, type TrusteeMemory } from './trustee/desk.js';
export { TrusteeRefuses, type TrusteeRefusal } from './trustee/trustee-refuses.js';
