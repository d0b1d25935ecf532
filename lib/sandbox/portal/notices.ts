/** What the page after an act says of it; the URL carries the key alone, never text. */
const notices: Readonly<Record<string, string>> = {
  'app-created': 'Successfully created application.',
  'app-deleted': 'Successfully deleted application.',
  'app-enabled': 'The application may sign in again.',
  'app-disabled': 'Sign-in of the application is off: Entra now answers AADSTS7000112.',
  'principal-deleted': 'Deleted the service principal: tokens no longer hold oid or roles.',
  'principal-created': 'Created the service principal.',
  'secret-created': 'Successfully updated credentials.',
  'secret-expired': 'The secret has expired as of now: Entra answers AADSTS7000222 to it.',
  'secret-deleted': 'Successfully deleted the client secret.',
  'certificate-added': 'Successfully uploaded the certificate.',
  'certificate-deleted': 'Successfully deleted the certificate.',
  'permissions-added': 'Successfully saved permissions. They count once consent is granted.',
  'permission-removed': 'Successfully removed the permission.',
  'consent-granted': 'Successfully granted admin consent for the requested permissions.',
  'consent-withdrawn': 'Admin consent is withdrawn: new tokens hold no roles from it.',
  'registration-saved': 'The application is registered in this environment.',
  'registration-deleted': 'The application is no longer registered: F&O now answers it with 401.',
  'user-saved': 'The user has been saved.',
  'faults-saved': 'Saved. It holds from the next call on.',
  reset: 'Everything is as on the first day.',
}

export function noticeOf(url: URL): string | undefined {
  const key = url.searchParams.get('done') ?? ''
  return Object.hasOwn(notices, key) ? notices[key] : undefined
}
