import canonicalize from 'canonicalize';

/** The one way to write a JSON value as text (RFC 8785). Members that are undefined are left out. */
export const canonicalJson = (value: unknown): string => canonicalize(value) ?? 'null';
