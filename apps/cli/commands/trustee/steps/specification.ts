import { canonicalJson, openSpec, signSpecification, type OpenSpec, type Spec, type SpecSignature, type TrusteeDesk } from '#ballot-box';
import { refusal } from '../texts/refusals.js';
import { specificationText } from '../texts/specification-text.js';
import { lotNonceIn } from './hand-in-keys.js';
import { keptKey, type KeptKey } from './keygen.js';
import { done, settled, waiting, type Step, type Work } from './step.js';

const FILE = 'specification.json';

/** Signs the specification, once everything in it was found right. */
export const signSpec: Step = async (work) => {
  const view = (await work.office.read('specification')) as { specification?: unknown; signatures?: readonly { trustee?: unknown }[] } | null;
  if (view === null) return waiting('아직 명세가 확정되지 않았습니다', 'the specification is not fixed yet');
  const { signature } = await examine(work, view.specification);
  if (view.signatures?.some(({ trustee }) => trustee === signature.trustee) === true) return settled('명세에 서명하였습니다', 'the specification is signed');
  await work.office.deliver({ kind: 'specification-signature', body: { signature: signature.signature } });
  return done('명세에 서명하였습니다', 'specification signed');
};

export interface Examined {
  readonly open: OpenSpec;
  readonly desk: TrusteeDesk;
  readonly signature: SpecSignature;
}

/**
 * Compares a specification with all that this trustee knows by itself, and keeps it as the only one of its ballot.
 * @throws Refused, TrusteeRefuses, Malformed
 */
export async function examine(work: Work, value: unknown): Promise<Examined> {
  const { drawer, compared, io } = work;
  const open = openSpec(value);
  const { spec } = open;
  if (spec.ballotId !== drawer.ballotId) throw refusal('OTHER_BALLOT');
  const key = keptKey(drawer, spec.keygenTranscriptHash);
  if (key === null) throw refusal(drawer.folders().length === 0 ? 'NO_SHARE' : 'OTHER_TRANSCRIPT');
  if (!areThoseOf(key, spec)) throw refusal('OTHER_TRUSTEES');
  const isNew = drawer.read(FILE) === null;
  if (isNew) io.stderr.write(specificationText(spec));
  if (spec.registrar === 'separate') await compared.require([{ who: '투표 자격 발급자 / registrar', signingKey: spec.registrarKey }]);
  else if (isNew && !work.acceptBuiltIn) throw refusal('BUILT_IN');
  const desk = deskOf(work, key, spec);
  const signature = signSpecification(desk, spec);
  if (canonicalJson(drawer.keepFirst(spec, FILE)) !== canonicalJson(spec)) throw refusal('OTHER_SPECIFICATION');
  return { open, desk, signature };
}

/** The trustees' keys are those with which the key was made: nobody else's word counts as an endorsement. */
function areThoseOf({ setup }: KeptKey, spec: Spec): boolean {
  const trustees = spec.trustees.map(({ index, name, signingKey, encryptionKey }) => ({ index, name, signingKey, encryptionKey }));
  return canonicalJson(trustees) === canonicalJson(setup.trustees) && spec.k === setup.k && spec.group === setup.group;
}

const deskOf = ({ home, drawer, now }: Work, { trustee, share, transcriptHash }: KeptKey, { registrarKey }: Spec): TrusteeDesk =>
  // The registrar's key was compared outside the server before it comes to this.
  ({ trustee, keys: home.keys, share, transcriptHash, registrarKey, lotNonce: lotNonceIn(drawer), memory: home.memory, now });
