/** What the database on this device is called. */
export const DATABASE = 'seatwise';
