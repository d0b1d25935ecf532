/** What X++ says when it refuses: becomes `innererror.message` of a 500, as F&O answers. */
export class InfologError extends Error {
  override readonly name = 'InfologError'
  readonly code = 'infolog'
}
