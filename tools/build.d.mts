interface Place {
  readonly root?: string;
  readonly out?: string;
}

export const ROOT: string;
export function isCurrent(place?: Place): boolean;
export function build(place?: Place): Promise<{ changed: string[]; removed: number; faults: string[] }>;
