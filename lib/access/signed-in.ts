/** The signed-in person behind a request. */
export type SignedIn = Readonly<{ id: string; name: string; email: string }>
