import { type DeepLink, deepLink, type LinkFacts, type LinkId } from '@/lib/steps/deep-links'
import type { GuideField, GuideInstruction } from '@/lib/steps/guide-shape'

/** The name that the app and its registration in F&O get, so that both are found again. */
export const appName = 'ODataIntegration'

/** What people call the place where apps are registered. */
export function portalName({ cloud }: LinkFacts): string {
  switch (cloud) {
    case 'public':
      return 'the Microsoft Entra admin center'
    case 'usgov':
      return 'the Azure portal for US Government'
    case 'china':
      return 'the Azure portal for China'
    case 'practice':
      return 'the practice portal'
    case 'custom':
      return 'the administration of your own authority'
  }
}

/** An instruction with the page where it is done, where that page exists. */
export function instruction(text: string, facts?: LinkFacts, id?: LinkId): GuideInstruction {
  return { text, link: facts && id ? linkOrNull(id, facts) : null }
}

/** The page `id`, or null where this connection has none. */
export function linkOrNull(id: LinkId, facts: LinkFacts): DeepLink | null {
  return deepLink(id, facts) ?? null
}

/** A field of a form, without a note unless one is given. */
export function field(
  label: string,
  value: string | null,
  more: Readonly<{ kind?: GuideField['kind']; note?: string }> = {},
): GuideField {
  return { label, value, kind: more.kind ?? 'text', note: more.note ?? null }
}
