const FORMULA_START = /^[=+\-@\t\r]/;

/** A text that a spreadsheet would take for a formula is shown as the text it is. */
export const defuse = (text: string): string => (FORMULA_START.test(text) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** What was defused on export comes back as it was. */
export const restore = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
