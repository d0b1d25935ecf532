/** The look that every control which takes typed input has in common. */
export const controlLook =
  'block w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-faint disabled:opacity-55 aria-invalid:border-danger [&[readonly]]:bg-sunken'
