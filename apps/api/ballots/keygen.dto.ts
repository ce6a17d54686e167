import { REISSUE_REASONS, type Reissue } from '#ballot-box';
import { KEYGEN_KINDS, type KeygenKind } from '#ballots';
import { IdField, IntField, JsonField, ListField, OneOfField, TextField } from '../http/fields.js';

export class TrusteeKeysDto {
  @TextField({ min: 1, max: 64, description: 'Ed25519 public key, base64url' }) signingKey!: string;
  @TextField({ min: 1, max: 64, description: 'Element of the ballot\u2019s group, base64url' }) encryptionKey!: string;
  @TextField({ min: 1, max: 64, optional: true, nullable: true, description: 'Where ties go by lot: commitment to a nonce that is kept back' }) lotCommitment?: string | null;
}

export class SayDto {
  @OneOfField(KEYGEN_KINDS) kind!: KeygenKind;
  @JsonField({ description: 'As the trustee\u2019s tool made and signed it' }) message!: object;
}

class KeygenMessageResponse {
  @IntField() trusteeIndex!: number;
  @OneOfField(KEYGEN_KINDS) kind!: string;
  @JsonField() message!: object;
}

export class KeygenResponse {
  @JsonField({ description: 'What all trustees agree on before they begin' }) setup!: object;
  @ListField(() => KeygenMessageResponse) messages!: KeygenMessageResponse[];
  @JsonField({ nullable: true, description: 'Joint key and verification shares, after the last confirmation' }) output!: object | null;
  @IntField({ nullable: true, description: 'Trustee whom a complaint or the transcript convicts' }) culprit!: number | null;
}

class VoterNumberResponse {
  @TextField() employeeNumber!: string;
  @TextField() name!: string;
}

export class RegistrarTaskResponse {
  @TextField() ballotId!: string;
  @TextField() rollHash!: string;
  @IntField() count!: number;
  @ListField(() => VoterNumberResponse) voters!: VoterNumberResponse[];
}

class CredentialPairDto {
  @TextField({ min: 1, max: 50 }) employeeNumber!: string;
  @TextField({ min: 1, max: 64 }) publicKey!: string;
}

export class CredentialsDto {
  @TextField({ min: 1, max: 64 }) registrarKey!: string;
  @TextField({ min: 1, max: 120, description: 'Of the registrar over ballot, roll, list and count' }) signature!: string;
  @ListField(() => CredentialPairDto, { min: 1, max: 100_000 }) credentials!: CredentialPairDto[];
}

export class CredentialListResponse {
  @ListField('text', { description: 'Public keys; the place in the list, from 1, is the slot' }) credentials!: string[];
}

export class ReissueDto {
  @IntField({ min: 1 }) slot!: number;
  @TextField({ min: 1, max: 64 }) oldKey!: string;
  @TextField({ min: 1, max: 64 }) newKey!: string;
  @IntField({ min: 0, description: 'The last intake index up to which the old key was good' }) lastIntakeIndex!: number;
  @OneOfField(REISSUE_REASONS) reason!: Reissue['reason'];
  @TextField({ min: 1, max: 120, description: 'Of the registrar' }) signature!: string;
}

export class IssueAnewDto {
  @IdField() employeeId!: string;
  @OneOfField(REISSUE_REASONS) reason!: Reissue['reason'];
}

export class OwnCredentialResponse {
  @IntField() slot!: number;
  @TextField() publicKey!: string;
  @TextField({ nullable: true, description: 'Only where this server issues credentials' }) secret!: string | null;
}

export class SpecSignatureDto {
  @TextField({ min: 1, max: 120 }) signature!: string;
}

class SpecSignatureResponse {
  @TextField() format!: string;
  @TextField() electionId!: string;
  @IntField() trustee!: number;
  @TextField() signature!: string;
}

export class SpecificationResponse {
  @JsonField({ description: 'docs/ballot-protocol.md describes each member' }) specification!: object;
  @TextField() electionId!: string;
  @ListField(() => SpecSignatureResponse) signatures!: SpecSignatureResponse[];
  @IntField({ description: 'So many signatures open the ballot' }) needed!: number;
}
