import { POOLS } from '#rounds';
import { BooleanField, IntField, JsonField, ListField, NumberField, ObjectField, OneOfField, TextField } from '../http/fields.js';

/*
 * What a run proves about itself. People stand in it by employee number and seats by code; these lists are there for those
 * alone who may read wishes, everybody else learns what holds and how often it does not.
 */

class FindingResponse {
  @BooleanField() holds!: boolean;
  @IntField({ description: 'All of them; the list holds the first thousand' }) count!: number;
}

export class FeasibilityFaultResponse {
  @OneOfField(['SEAT_OVERFULL', 'NOT_OPEN_TO']) code!: string;
  @TextField() seat!: string;
  @TextField({ optional: true }) employee?: string;
  @IntField({ optional: true }) places?: number;
  @IntField({ optional: true }) holders?: number;
}

export class FeasibilityResponse extends FindingResponse {
  @ListField(() => FeasibilityFaultResponse, { optional: true }) items?: FeasibilityFaultResponse[];
}

export class WorseOffResponse {
  @TextField() employee!: string;
  @TextField() current!: string;
  @TextField({ nullable: true }) got!: string | null;
}

export class IndividualRationalityResponse extends FindingResponse {
  @ListField(() => WorseOffResponse, { optional: true }) items?: WorseOffResponse[];
}

export class WastedPlaceResponse {
  @TextField() employee!: string;
  @TextField() seat!: string;
  @IntField() free!: number;
}

export class NonWastefulnessResponse extends FindingResponse {
  @ListField(() => WastedPlaceResponse, { optional: true }) items?: WastedPlaceResponse[];
}

export class JustifiedEnvyResponse {
  @TextField() employee!: string;
  @TextField() seat!: string;
  @TextField({ description: 'Who holds the seat and stands there behind' }) towards!: string;
}

export class NoJustifiedEnvyResponse extends FindingResponse {
  @IntField({ description: 'Envy only towards those who were in the seat before and stay there' }) towardsKeptIncumbents!: number;
  @ListField(() => JustifiedEnvyResponse, { optional: true }) items?: JustifiedEnvyResponse[];
}

export class BlockingPairResponse {
  @TextField() employee!: string;
  @TextField() seat!: string;
  @TextField({ nullable: true, description: 'Who would have to go; null where a place is free' }) instead!: string | null;
}

export class StabilityResponse extends FindingResponse {
  @ListField(() => BlockingPairResponse, { optional: true }) items?: BlockingPairResponse[];
}

export class SeatWorseOffResponse {
  @TextField() seat!: string;
  @OneOfField(['FEWER_PEOPLE', 'LOWER_PEOPLE', 'HELD_NO_SEAT_BEFORE']) code!: string;
}

export class TwoSidedRationalityResponse extends FindingResponse {
  @ListField(() => SeatWorseOffResponse, { optional: true }) items?: SeatWorseOffResponse[];
}

export class ImprovementStepResponse {
  @TextField() employee!: string;
  @TextField({ nullable: true }) from!: string | null;
  @TextField() to!: string;
}

export class ImprovementResponse {
  @OneOfField(['free-place', 'cycle']) kind!: string;
  @ListField(() => ImprovementStepResponse, { optional: true }) steps?: ImprovementStepResponse[];
}

export class ParetoEfficiencyResponse {
  @BooleanField() holds!: boolean;
  @ObjectField(() => ImprovementResponse, { optional: true, nullable: true, description: 'A change that would make somebody better off and nobody worse off' }) improvement?: ImprovementResponse | null;
}

export class TwoSidedMaximalityResponse {
  @BooleanField() holds!: boolean;
  @ListField(() => ImprovementStepResponse, { optional: true, nullable: true, description: 'An exchange that everybody in it, seats included, would rather have' }) exchange?: ImprovementStepResponse[] | null;
}

export class ExchangeFaultResponse {
  @OneOfField(['WRONG_LENGTH', 'IN_TWO_CYCLES', 'IN_NO_CYCLE', 'NOT_TO_THE_NEXT', 'NOT_BETTER']) code!: string;
  @TextField({ optional: true }) employee?: string;
  @TextField({ optional: true, nullable: true }) got?: string | null;
  @ListField('text', { optional: true }) employees?: string[];
}

export class ExchangeCyclesResponse extends FindingResponse {
  @ListField(() => ExchangeFaultResponse, { optional: true }) items?: ExchangeFaultResponse[];
  @IntField({ min: 2, description: 'The longest circle allowed' }) cycleLength!: number;
  @IntField({ min: 0, description: 'How many circles there are' }) cycles!: number;
  @ListField('int', { description: 'How many circles of 0, 1, 2, … people' }) byLength!: number[];
}

export class ExchangeBoundResponse {
  @IntField({ min: 0 }) movers!: number;
  @IntField({ min: 0, description: 'No exchange moves more people' }) moversAtMost!: number;
  @IntField({ min: 0 }) totalRank!: number;
  @IntField({ min: 0, nullable: true, description: 'No exchange that moves as many has a lower total rank' }) totalRankAtLeast!: number | null;
  @BooleanField({ description: 'Proven best by the prices alone' }) optimal!: boolean;
}

export class ObjectiveStepResponse {
  @TextField() employee!: string;
  @TextField({ nullable: true, description: 'null = no seat' }) from!: string | null;
  @TextField({ nullable: true }) to!: string | null;
}

export class SeatPriceResponse {
  @TextField() seat!: string;
  @ListField('int', { description: 'What one place is worth to the aim, at each of its levels' }) price!: number[];
}

export class OptimalityResponse {
  @BooleanField() holds!: boolean;
  @ListField(() => SeatPriceResponse, { optional: true, description: 'The proof: with these prices (others 0) everybody has what is cheapest for them, and seats with a price are full' }) prices?: SeatPriceResponse[];
  @ListField(() => ObjectiveStepResponse, { optional: true, nullable: true, description: 'Moves that would serve the aim better' }) improvement?: ObjectiveStepResponse[] | null;
}

export class ConstraintCountResponse {
  @TextField({ nullable: true, description: 'Department or post by its code; null = in all' }) group!: string | null;
  @IntField() value!: number;
  @IntField({ nullable: true }) least!: number | null;
  @IntField({ nullable: true }) most!: number | null;
}

export class ConstraintResponse {
  @TextField() id!: string;
  @TextField() kind!: string;
  @BooleanField() holds!: boolean;
  @ListField(() => ConstraintCountResponse) counts!: ConstraintCountResponse[];
}

export class ConstrainedProofResponse {
  @BooleanField() holds!: boolean;
  @TextField({ optional: true }) objective?: string;
  @IntField() value!: number;
  @IntField({ optional: true, nullable: true, description: 'No placement that keeps the constraints is better' }) bound?: number | null;
  @NumberField({ optional: true, nullable: true, description: 'Distance to the bound as a share; 0 = proven best' }) gap?: number | null;
  @IntField() totalRank!: number;
  @ListField(() => ConstraintResponse, { optional: true }) constraints?: ConstraintResponse[];
}

export class PhaseCertificateResponse {
  @OneOfField(POOLS) pool!: string;
  @TextField() mechanism!: string;
  @ListField('text', { description: 'Which of the members below the mechanism promises' }) promised!: string[];
  @BooleanField({ description: 'Whether everything promised holds' }) holds!: boolean;
  @ObjectField(() => FeasibilityResponse) feasible!: FeasibilityResponse;
  @ObjectField(() => IndividualRationalityResponse) individuallyRational!: IndividualRationalityResponse;
  @ObjectField(() => NonWastefulnessResponse) nonWasteful!: NonWastefulnessResponse;
  @ObjectField(() => NoJustifiedEnvyResponse) noJustifiedEnvy!: NoJustifiedEnvyResponse;
  @ObjectField(() => StabilityResponse) stable!: StabilityResponse;
  @ObjectField(() => ParetoEfficiencyResponse) paretoEfficient!: ParetoEfficiencyResponse;
  @ObjectField(() => TwoSidedRationalityResponse, { optional: true, description: 'For mechanisms that promise it' }) twoSidedRational?: TwoSidedRationalityResponse;
  @ObjectField(() => TwoSidedMaximalityResponse, { optional: true, description: 'For mechanisms that promise it' }) twoSidedMaximal?: TwoSidedMaximalityResponse;
  @ObjectField(() => ExchangeCyclesResponse, { optional: true, description: 'For exchanges in circles' }) exchangeCycles?: ExchangeCyclesResponse;
  @ObjectField(() => ExchangeBoundResponse, { optional: true, description: 'For exchanges in circles: how good this one is, and how good one could be' }) exchangeBound?: ExchangeBoundResponse;
  @ObjectField(() => OptimalityResponse, { optional: true, description: 'For the mechanism with the least total rank' }) rankMinimal?: OptimalityResponse;
  @ObjectField(() => OptimalityResponse, { optional: true, description: 'For the mechanism with the most first wishes, then second ones, and so on' }) rankMaximal?: OptimalityResponse;
  @ObjectField(() => OptimalityResponse, { optional: true, description: 'For the mechanism with the most people at a wish' }) maximumCardinality?: OptimalityResponse;
  @ObjectField(() => ConstrainedProofResponse, { optional: true, description: 'For a phase under constraints: each with what it counts and its limits' }) constrained?: ConstrainedProofResponse;
}

export class RunCertificateResponse {
  @BooleanField() holds!: boolean;
  @ListField(() => PhaseCertificateResponse, { description: 'One for each phase that was placed by a mechanism, in their order' }) phases!: PhaseCertificateResponse[];
  @ListField('text', { optional: true, description: 'Long-serving people who stay because no other post could take them' }) released?: string[];
  @JsonField({ optional: true, schema: { additionalProperties: { type: 'string' } }, description: 'Places set aside before the first phase: employee number → seat code' }) setAside?: Record<string, string>;
  @ListField('text', { optional: true, description: 'People who may stay and end neither at their post nor at one they wished for' }) worseOff?: string[];
}
