/** Request header in which `proxy.ts` tells a page its path and query. */
export const pathHeader = 'x-fivestep-path'
