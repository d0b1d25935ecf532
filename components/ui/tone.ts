/** How something is meant; never told by colour alone, always beside a word or an icon. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Text and fill of each tone. */
export const toneLook: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-muted',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}
