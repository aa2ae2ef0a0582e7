/** How tables say that there is nothing: R and spreadsheets write NA, n/a, #N/A; people a dash. */
const NOTHING = /^(?:#?n\.?\/?a\.?|null|-|\u2013|\u2014)$/i;

/** Whether a cell of numbers or addresses says that there is none. In a text it may be what is meant. */
export const saysNothing = (cell: string): boolean => cell.length < 6 && NOTHING.test(cell);
