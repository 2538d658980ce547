/** Stands where a committee's id would, for what all of them share. */
export const MUNICIPALITY = 'municipality';
