export function missingPackages(options: { readonly withDevelopment: boolean; readonly root?: string }): string[];
export function install(): Promise<boolean>;
