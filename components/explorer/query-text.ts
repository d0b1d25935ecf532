/** What an entity set is opened with. */
export const defaultOptions = '$top=50'
