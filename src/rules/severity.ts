/** `blocking` keeps a user out of the Save; `warning` and `info` are said and do not stop it. */
export type Severity = 'blocking' | 'warning' | 'info';
