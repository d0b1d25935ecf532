import { redirect } from 'next/navigation'
import { paths } from '@/components/shell/paths'
import { requirePageContext } from '@/lib/access/page-context'

export default async function SettingsPage() {
  await requirePageContext('account.use')
  redirect(paths.settingsSessions())
}
