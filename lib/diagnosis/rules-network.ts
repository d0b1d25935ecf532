import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'
import { inspectorPattern } from '@/lib/diagnosis/tls-issuers'

/** No answer came at all: whose host it was matters less than where it broke. */
export const networkRules = rulesOf(
  { step: null, who: 'network-admin', links: [], sources: [sources.node] },
  [
    {
      id: 'network.name-unknown',
      match: { codes: ['dns_not_found'] },
      title: 'There is no host called {host}',
      cause: 'The name service knows no such name: it is mistyped, or this network can’t see it.',
      fix: [
        'Compare the address letter by letter with the one in your browser.',
        'If it opens in your browser, this server uses another name service: ask your network’s administrator.',
      ],
      who: 'developer',
      confidence: 'likely',
    },
    {
      id: 'network.environment-name-unknown',
      match: { where: ['environment'], codes: ['dns_not_found'] },
      step: 'credentials',
      title: 'There is no environment called {host}',
      cause:
        'The name service knows no such name: it is mistyped, or the environment was deleted or renamed.',
      fix: [
        'Open Finance & Operations in a browser and copy its address.',
        'If it opens there, this server uses another name service: ask your network’s administrator.',
      ],
      who: 'developer',
      links: ['finops-environments'],
      confidence: 'likely',
    },
    {
      id: 'network.authority-name-unknown',
      match: { where: ['authority'], codes: ['dns_not_found'], facts: ['authority-custom'] },
      step: 'credentials',
      title: 'There is no sign-in service called {host}',
      cause:
        'This connection names an authority of its own, and the name service knows no such name: it is mistyped, or this network can’t see it.',
      fix: [
        'Compare the address of the authority letter by letter.',
        'If the environment signs in through Microsoft Entra, choose Microsoft’s cloud in place of a custom authority.',
      ],
      who: 'developer',
      confidence: 'likely',
    },
    {
      id: 'network.name-service',
      match: { codes: ['dns_failed'] },
      title: 'The name service did not answer',
      cause:
        'This server could not look {host} up: its name service is not reachable or has trouble.',
      fix: ['Try again in a minute.', 'If it lasts, check the name servers (DNS) of this machine.'],
      mayHealByWaiting: true,
    },
    {
      id: 'network.refused',
      match: { codes: ['connect_refused'] },
      title: '{host} refuses the connection',
      cause:
        'The machine is there, but nothing listens on that port, or a firewall says no at once.',
      fix: [
        'Check the address and its port.',
        'For a cloud-hosted or one-box environment, see whether the machine runs.',
        'Let port 443 through to {host}.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'network.reset',
      match: { codes: ['connect_reset'] },
      title: 'The connection to {host} was cut',
      cause: 'It was opened and then broken off, by the other side or by something in between.',
      fix: [
        'Try again: once is nothing.',
        'If it happens each time, a firewall or proxy cuts it: let {host} through.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'network.connect-timed-out',
      match: { codes: ['connect_timed_out'] },
      title: '{host} does not answer the door',
      cause:
        'No connection came about in time. Most often a firewall drops the packets without a word.',
      fix: [
        'Let this server reach {host} on port 443.',
        'If your network has a proxy, set HTTPS_PROXY for Fivestep.',
        'See whether the environment runs.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'network.answer-timed-out',
      match: { codes: ['timed_out'] },
      title: '{host} took too long to answer',
      cause: 'The connection stands, but no whole answer came in time.',
      fix: [
        'Try again; the first call after a quiet time is often slow.',
        'Read less at once: $top, $select, a narrower $filter.',
      ],
      who: 'developer',
      mayHealByWaiting: true,
    },
    {
      id: 'network.unreachable',
      match: { codes: ['network_unreachable'] },
      title: 'There is no way to {host} from here',
      cause:
        'This machine has no route to that address: it is offline, or its network ends before.',
      fix: [
        'Check that this server is online.',
        'If your network has a proxy, set HTTPS_PROXY for Fivestep.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'network.ipv6-only',
      match: {
        codes: ['network_unreachable', 'connect_timed_out'],
        text: /only IPv6 addresses|(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT)[^\n]{0,20}\[?(?:[0-9a-f]{1,4}:){2,}/i,
      },
      title: '{host} has an IPv6 address only, and that leads nowhere here',
      cause:
        'The name service gives an IPv6 address and no IPv4 one, and IPv6 does not work from this server to there. The host itself may be well.',
      fix: [
        'Mend IPv6 on this machine and its network, up to the firewall.',
        'Or let the name service answer with an IPv4 address (A record) too.',
        'If your network has a proxy, set HTTPS_PROXY for Fivestep: then the proxy looks the name up.',
      ],
      confidence: 'likely',
    },
    {
      id: 'network.certificate-name',
      match: { codes: ['tls_name_mismatch'] },
      title: 'The certificate is not made out to {host}',
      cause: 'Another machine answers under this name, or a proxy puts itself in between.',
      fix: [
        'Check the address.',
        'Look at the certificate’s names in the raw evidence: they tell who answered.',
      ],
    },
    {
      id: 'network.certificate-self-signed',
      match: { codes: ['tls_self_signed'] },
      title: 'The certificate of {host} is one that nobody vouches for',
      cause: 'It is self-signed, as on one-box machines, or a proxy that opens TLS has made it.',
      fix: [
        'If you trust it, put the certificate into a file and name that file in NODE_EXTRA_CA_CERTS.',
        'Do not switch certificate checks off: the secret travels on this line.',
      ],
    },
    {
      id: 'network.certificate-intercepted',
      match: { codes: ['tls_self_signed', 'tls_untrusted', 'tls_failed'], text: inspectorPattern },
      title: 'A proxy opens the encrypted connection to {host}',
      cause:
        'The certificate that came was made by {inspector}, which stands in between and reads along, and this server does not know its authority.',
      fix: [
        'Ask for the root certificate of the inspection and name its file in NODE_EXTRA_CA_CERTS.',
        'Or have {host} exempted from inspection.',
      ],
      confidence: 'likely',
    },
    {
      id: 'network.certificate-not-microsofts',
      match: { codes: ['tls_self_signed', 'tls_untrusted'], facts: ['microsoft-host'] },
      title: 'Something in between shows its own certificate in place of {host}’s',
      cause:
        'Microsoft’s hosts have certificates of public authorities that every machine knows. This one was issued by {issuer}: most probably your network opens encrypted connections to inspect them.',
      fix: [
        'Ask whoever runs the network which product inspects traffic, and for its root certificate.',
        'Put that into a file, name the file in NODE_EXTRA_CA_CERTS and restart Fivestep.',
        'Better, have {host} exempted from inspection: the secret travels on this line.',
      ],
      confidence: 'likely',
    },
    {
      id: 'network.certificate-expired',
      match: { codes: ['tls_expired'] },
      title: 'The certificate of {host} has expired, or is not good yet',
      cause: 'Its time is over by this machine’s clock.',
      fix: [
        'Check the clock of this machine first.',
        'If the clock is right, whoever runs {host} has to renew the certificate.',
      ],
    },
    {
      id: 'network.certificate-untrusted',
      match: { codes: ['tls_untrusted'] },
      title: 'This server does not trust who issued the certificate of {host}',
      cause: 'A link of the chain is missing or comes from a private authority.',
      fix: [
        'Put the authority’s certificate into a file and name it in NODE_EXTRA_CA_CERTS.',
        'Or let the server send its whole chain.',
      ],
    },
    {
      id: 'network.tls-failed',
      match: { codes: ['tls_failed'] },
      title: 'No encrypted connection to {host} came about',
      cause: 'The two sides found no common ground, or what answers does not speak TLS at all.',
      fix: [
        'Check address and port.',
        'Look whether a proxy is in between that allows only old TLS versions.',
      ],
    },
    {
      id: 'network.proxy-sign-in',
      match: { codes: ['proxy_failed'], text: /\b407\b|proxy authentication/i },
      title: 'The proxy wants a name and a password',
      cause: 'It answered 407: it lets nobody through who does not sign in.',
      fix: [
        'Put name and password into HTTPS_PROXY: http://name:password@proxy:8080, encoded where needed.',
      ],
    },
    {
      id: 'network.proxy',
      match: { codes: ['proxy_failed'] },
      title: 'The proxy did not open the way to {host}',
      cause: 'The proxy named in HTTPS_PROXY is not reachable, or refuses this host.',
      fix: [
        'Check the address of the proxy in HTTPS_PROXY.',
        'Have {host} allowed at the proxy, or name it in NO_PROXY if the way is open without.',
      ],
    },
    {
      id: 'network.egress-refused',
      match: { codes: ['egress_refused'] },
      title: 'Fivestep does not call {host}',
      cause:
        'It calls only Microsoft’s hosts and those of the practice tenant, over https, and no private addresses, unless they are allowed by name.',
      fix: [
        'Check the address.',
        'If the host is yours and right, name it in FIVESTEP_EGRESS_ALLOW and restart.',
      ],
      who: 'developer',
    },
    {
      id: 'network.body-too-large',
      match: { codes: ['body_too_large'] },
      title: 'The answer is larger than Fivestep keeps at once',
      cause:
        'Answers that are held in memory have a limit, so that one call can’t bring the server down.',
      fix: ['Ask for fewer rows with $top, or fewer fields with $select.'],
      who: 'developer',
    },
    {
      id: 'network.redirect-refused',
      match: { codes: ['redirect_refused'] },
      title: '{host} sends the call elsewhere',
      cause: 'Fivestep follows no redirect, so that no token or secret reaches another host.',
      fix: ['If the other address is the right one, save it here in place of this one.'],
      who: 'developer',
    },
    {
      id: 'network.answer-malformed',
      match: { codes: ['answer_malformed'] },
      title: 'The answer of {host} makes no sense',
      cause: 'It was cut off, or it is not in the form that this service answers in.',
      fix: [
        'Try again.',
        'If it stays so, look at the raw evidence: its first lines tell who answered.',
      ],
      who: 'developer',
      confidence: 'likely',
      mayHealByWaiting: true,
      // A page or a redirect of somebody else is no JSON either, and what it is says more.
      nudge: -70,
    },
    {
      id: 'network.cancelled',
      match: { codes: ['cancelled'] },
      title: 'The check was cancelled',
      cause: 'Somebody stopped it, or left the page, before an answer came.',
      fix: ['Start it again when you are ready.'],
      who: 'nobody',
    },
    {
      id: 'network.unexpected',
      match: { codes: ['unexpected'] },
      title: 'Something broke on the way to {host}',
      cause: 'It fits none of the known kinds of trouble. It says: {message}',
      fix: [
        'Try again.',
        'If it stays so, copy the raw evidence for whoever looks after Fivestep.',
      ],
      who: 'developer',
      confidence: 'possible',
      mayHealByWaiting: true,
    },
  ],
)
