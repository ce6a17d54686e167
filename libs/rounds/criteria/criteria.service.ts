import { Injectable } from '@nestjs/common';
import type { Bilingual, Fault } from '#contracts';
import { AuditService, bilingual, Clock, JariError, newId, refuseIfFaulty, type AuditValue, type Tx } from '#platform';
import { findRule, RULES } from '../rules/registry.js';
import type { Rule } from '../rules/rule.js';
import type { ShapeDescription } from './shape.js';
import type { CriterionSource, FrozenCriteria, FrozenCriterion } from './frozen-criteria.js';

export interface Criterion extends FrozenCriterion {
  readonly code: string;
  readonly kind: Rule['kind'];
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly standard: unknown;
  readonly shape: ShapeDescription;
}

export interface CriterionInput {
  readonly code: string;
  readonly value: unknown;
}

export interface NewCriterion extends CriterionInput {
  /** From this day on, until the day before `validTo`. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: Bilingual;
}

interface StoredCriterion {
  readonly code: string;
  readonly value: unknown;
  readonly legalBasis: Bilingual;
}

/** The rules' data (보직관리·전보기준): a standard in the code, the organisation's own from a date on, a round's own. */
@Injectable()
export class CriteriaService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every criterion as it stands on the day, with what was set for one round on top. */
  async at(tx: Tx, on: string, ofRound: FrozenCriteria = {}): Promise<readonly Criterion[]> {
    const rows = await tx.query<StoredCriterion>(
      `SELECT code, value, legal_basis AS "legalBasis" FROM placement_criteria
       WHERE organization_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
      [tx.organizationId, on],
    );
    const own = new Map(rows.map((row) => [row.code, row]));
    return RULES.map((rule) => this.describe(rule, own.get(rule.code), ofRound[rule.code]));
  }

  async freeze(tx: Tx, on: string, ofRound: FrozenCriteria): Promise<FrozenCriteria> {
    const criteria = await this.at(tx, on, ofRound);
    return Object.fromEntries(criteria.map(({ code, value, source, legalBasis }) => [code, { value, source, legalBasis }]));
  }

  /** Frozen criteria with their titles, for showing. */
  describeFrozen(frozen: FrozenCriteria): readonly Criterion[] {
    return RULES.flatMap((rule) => {
      const criterion = frozen[rule.code];
      return criterion === undefined ? [] : [{ ...this.describe(rule, undefined, undefined), ...criterion }];
    });
  }

  /** The values set for one round. @throws JariError VALIDATION_FAILED with every fault */
  forRound(inputs: readonly CriterionInput[], legalBasis: Bilingual | null): FrozenCriteria {
    refuseIfFaulty(this.faultsOf(inputs));
    return Object.fromEntries(inputs.map(({ code, value }) => [code, { value, source: 'ROUND' as const, legalBasis: legalBasis ?? bilingual(`rule.${code}.basis`) }]));
  }

  /**
   * The organisation's own value from a date on; a value that would still be in force then ends there.
   * @throws JariError VALIDATION_FAILED, CRITERION_OVERLAPS when a later one begins inside the period
   */
  async set(tx: Tx, input: NewCriterion): Promise<void> {
    const faults = [...this.faults(input, 'value', [])];
    if (input.validTo !== null && input.validTo <= input.validFrom) faults.push({ path: 'validTo', code: 'validation.date' });
    refuseIfFaulty(faults);
    await tx.execute(
      `UPDATE placement_criteria SET valid_to = $3
       WHERE organization_id = $1 AND code = $2 AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3)`,
      [tx.organizationId, input.code, input.validFrom],
    );
    const inserted = await tx.execute(
      `INSERT INTO placement_criteria (organization_id, id, code, valid_from, valid_to, value, legal_basis, created_at)
       SELECT $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8
       WHERE NOT EXISTS (SELECT 1 FROM placement_criteria WHERE organization_id = $1 AND code = $3
                         AND daterange(valid_from, valid_to) && daterange($4::date, $5::date))`,
      [tx.organizationId, newId(), input.code, input.validFrom, input.validTo, JSON.stringify(input.value), JSON.stringify(input.legalBasis), this.clock.now()],
    );
    if (inserted === 0) throw new JariError('CRITERION_OVERLAPS');
    await this.audit.record(tx, {
      action: 'criterion.set', subjectType: 'criterion', subjectId: input.code,
      after: { validFrom: input.validFrom, validTo: input.validTo, value: input.value as AuditValue },
    });
  }

  /** Everything wrong with the values set for one round or one run, by `criteria[…]`. */
  faultsOf(inputs: readonly CriterionInput[]): readonly Fault[] {
    return inputs.flatMap((input, index) => this.faults(input, `criteria[${index}]`, inputs.slice(0, index)));
  }

  private faults({ code, value }: CriterionInput, path: string, before: readonly CriterionInput[]): readonly Fault[] {
    const rule = findRule(code);
    if (rule === undefined) return [{ path: `${path}.code`, code: 'CRITERION_UNKNOWN' }];
    if (before.some((other) => other.code === code)) return [{ path: `${path}.code`, code: 'validation.duplicate' }];
    return rule.check(value, `${path}.value`);
  }

  private describe(rule: Rule, own: StoredCriterion | undefined, ofRound: FrozenCriterion | undefined): Criterion {
    const { code, kind, standard } = rule;
    const basis = bilingual(`rule.${code}.basis`);
    const source: CriterionSource = ofRound ? 'ROUND' : own ? 'ORGANIZATION' : 'STANDARD';
    return {
      code, kind, standard, shape: rule.describe, title: bilingual(`rule.${code}.title`), text: bilingual(`rule.${code}.description`), source,
      value: ofRound ? ofRound.value : own ? own.value : standard,
      legalBasis: ofRound ? ofRound.legalBasis : own ? own.legalBasis : basis,
    };
  }
}
