const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isFigure = (value: unknown): boolean => typeof value === 'boolean' || typeof value === 'number' || (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number'));

/** What a finding counts and whether it holds: everything else in it may name people with what they would rather have. */
const figuresOf = (finding: unknown): unknown =>
  isObject(finding) ? Object.fromEntries(Object.entries(finding).filter(([, value]) => isFigure(value))) : finding;

const withoutPeopleOfPhase = (proof: unknown): object => {
  const { pool, mechanism, promised, ...findings } = isObject(proof) ? proof : {};
  return { pool, mechanism, promised, ...Object.fromEntries(Object.entries(findings).map(([name, finding]) => [name, figuresOf(finding)])) };
};

/** What holds and how often it does not, without the people: for everybody who may not read wishes. */
export const withoutPeople = (certificate: object): object => {
  const { holds, phases } = certificate as { readonly holds?: unknown; readonly phases?: unknown };
  return { holds, phases: Array.isArray(phases) ? phases.map(withoutPeopleOfPhase) : [] };
};

/** Employee numbers of those of whom it says what they would rather have. */
export const peopleNamedIn = (certificate: unknown): ReadonlySet<string> => {
  if (Array.isArray(certificate)) return new Set(certificate.flatMap((item: unknown) => [...peopleNamedIn(item)]));
  if (!isObject(certificate)) return new Set();
  const { employee, ...rest } = certificate;
  return new Set([...(typeof employee === 'string' ? [employee] : []), ...Object.values(rest).flatMap((value) => [...peopleNamedIn(value)])]);
};
