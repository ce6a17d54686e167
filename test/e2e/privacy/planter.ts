/** A text that exists nowhere else, for one field of one request: where it turns up tells what leaked. */
export class Planter {
  private readonly fields: string[] = [];

  /** @param run letters and digits that no other run uses: server logs are shared */
  constructor(private readonly run: string) {}

  /** Latin and Korean, short enough for every field. */
  mark(field: string): string {
    const number = this.fields.push(field) - 1;
    return `MK${this.run}-${number}- 비밀${this.run}글${number}자`;
  }

  get planted(): readonly string[] {
    return this.fields;
  }

  /** The fields whose mark stands in a text, in Latin or in Korean letters. */
  findIn(text: string): readonly string[] {
    const found = text.matchAll(new RegExp(`MK${this.run}-(\\d+)-|비밀${this.run}글(\\d+)자`, 'g'));
    return [...new Set([...found].map(([, latin, korean]) => this.fields[Number(latin ?? korean)] ?? 'unknown'))].sort();
  }
}
