/** Members of a certificate that name people with what they would rather have; everything else is counts and answers. */
const NAMING = new Set(['items', 'improvement', 'exchange', 'released', 'setAside']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What holds and how often it does not, without the people: for everybody who may not read wishes. */
export const withoutPeople = (certificate: object): object =>
  Object.fromEntries(Object.entries(certificate).filter(([name]) => !NAMING.has(name)).map(([name, value]) => [name, isObject(value) ? withoutPeople(value) : value]));

/** Employee numbers of those of whom it says what they would rather have. */
export const peopleNamedIn = (certificate: unknown): ReadonlySet<string> => {
  if (Array.isArray(certificate)) return new Set(certificate.flatMap((item: unknown) => [...peopleNamedIn(item)]));
  if (!isObject(certificate)) return new Set();
  const { employee, ...rest } = certificate;
  return new Set([...(typeof employee === 'string' ? [employee] : []), ...Object.values(rest).flatMap((value) => [...peopleNamedIn(value)])]);
};
