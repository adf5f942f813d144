/** The number of people that an amount is divided by. */
export const HEADS = 'staff/total/actual';
