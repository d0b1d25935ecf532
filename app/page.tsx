import { redirect } from 'next/navigation'
import { paths } from '@/components/shell/paths'

export default function Home() {
  redirect(paths.connections())
}
