/** With these words the detail of an outcome begins when the script had set the usage location. */
export const SET_LOCATION = 'usage location set';
