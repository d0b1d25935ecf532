/** The portal's own look; light or dark as the system is. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --bg: #f5f6f8; --surface: #ffffff; --raised: #fafbfc; --line: #dcdfe5; --line-strong: #8a93a3;
  --ink: #1b1f27; --muted: #596273; --accent: #0b6470; --accent-ink: #ffffff; --accent-soft: #e2f1f2;
  --good: #1a6b3c; --good-soft: #e4f4ea; --warn: #7d4e00; --warn-soft: #fff3d9; --bad: #a3221c; --bad-soft: #fdeae8;
  --info: #1f4f99; --info-soft: #e7effb; --band-1: #f2c14e; --band-2: #e9b12f; --band-ink: #2a1f00;
  --shadow: 0 1px 2px rgb(20 25 35 / .06), 0 6px 18px rgb(20 25 35 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #14171c; --surface: #1b1f26; --raised: #21262e; --line: #323945; --line-strong: #77829a;
    --ink: #e8ebf0; --muted: #a3adbd; --accent: #6cc7d1; --accent-ink: #06262a; --accent-soft: #17343a;
    --good: #7fd6a0; --good-soft: #173424; --warn: #f0c36a; --warn-soft: #3a2c10; --bad: #ff9d94; --bad-soft: #43201d;
    --info: #9fc1f7; --info-soft: #1c2d49; --band-1: #8a6a16; --band-2: #7c5e10; --band-ink: #fff6de;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; font-weight: 600; letter-spacing: -.01em; overflow-wrap: anywhere }
h2 { font-size: 1.08rem; margin: 0 0 .6rem; font-weight: 600 }
h3 { font-size: 1rem; margin: 0; font-weight: 600 }
p { margin: 0 0 .75rem }
a { color: var(--accent); text-underline-offset: .18em }
code, .mono { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
main:focus { outline: none }
.skip { position: absolute; left: -999px; top: 0; z-index: 2; background: var(--surface); padding: .6rem 1rem }
.skip:focus { left: 0 }
.muted, .hint { color: var(--muted) }
.hint { font-size: .9rem }
.lead { max-width: 46rem; color: var(--muted) }

.practice-banner { display: flex; flex-wrap: wrap; gap: .15rem .8rem; align-items: baseline; padding: .5rem 1.25rem; color: var(--band-ink);
  background: repeating-linear-gradient(-45deg, var(--band-1) 0 14px, var(--band-2) 14px 28px); font-size: .9rem }
.practice-banner strong { text-transform: uppercase; letter-spacing: .1em; font-size: .8rem }
.shell { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto }
.side { padding: 1.25rem .5rem 2rem 1.25rem; border-right: 1px solid var(--line); font-size: .93rem; min-height: calc(100vh - 2.4rem) }
.side summary { display: none }
.side ul { list-style: none; margin: 0; padding: 0 }
.side .group { margin: 1.15rem 0 .3rem .65rem; color: var(--muted); font-size: .8rem; font-weight: 600 }
.side .home { margin: 0 }
.side a { display: block; padding: .38rem .65rem; border-radius: 6px; color: var(--ink); text-decoration: none }
.side a:hover { background: var(--raised) }
.side a[aria-current] { background: var(--accent-soft); color: var(--accent); font-weight: 600 }
main { padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 4rem; min-width: 0; container: page / inline-size }
.crumbs ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0 0 .9rem; padding: 0; font-size: .88rem }
.crumbs li:not(:last-child)::after { content: "›"; margin: 0 .5rem; color: var(--muted) }
.title { margin-bottom: 1.1rem }
.kicker { margin: 0 0 .15rem; color: var(--muted); font-size: .88rem; overflow-wrap: anywhere }
.tabs { border-bottom: 1px solid var(--line); margin-bottom: 1.4rem; overflow-x: auto }
.tabs ul { display: flex; gap: 1.4rem; list-style: none; margin: 0; padding: 0 2px }
.tabs a { display: block; padding: .5rem 0; color: var(--muted); text-decoration: none; white-space: nowrap; border-bottom: 2px solid transparent; margin-bottom: -1px }
.tabs a:hover { color: var(--ink) }
.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600 }
section { margin: 0 0 2.2rem }
section + section, form + section { padding-top: 1.6rem; border-top: 1px solid var(--line) }
.commands, .actions { display: flex; flex-wrap: wrap; gap: .6rem; margin: 0 0 1rem }
.actions { margin: 1.2rem 0 0 }

button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.3rem; padding: .35rem .95rem; border: 1px solid var(--line-strong);
  border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; font-weight: 500; line-height: 1.3; text-decoration: none; cursor: pointer }
button:hover, .button:hover { background: var(--raised); border-color: var(--ink) }
button.primary, .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink) }
button.primary:hover, .button.primary:hover { filter: brightness(1.08) }
button.danger, .button.danger { color: var(--bad); border-color: var(--bad); background: var(--surface) }
button.danger:hover, .button.danger:hover { background: var(--bad-soft) }
button.small, .copy { min-height: 1.9rem; padding: .15rem .65rem; font-size: .88rem; white-space: nowrap }
button.ghost { border-color: var(--line); color: var(--accent) }
[hidden] { display: none !important }

input, select, textarea { width: 100%; min-height: 2.3rem; padding: .4rem .6rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit }
input.mono, textarea.mono { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .86rem }
textarea { resize: vertical; line-height: 1.4 }
input::placeholder, textarea::placeholder { color: var(--muted); opacity: .75 }
input[readonly] { background: var(--raised); border-color: var(--line); text-overflow: ellipsis }
input[type=checkbox], input[type=radio] { width: 1.1rem; height: 1.1rem; min-height: 0; margin: .2rem 0 0; accent-color: var(--accent); flex: none }
label, legend { font-weight: 600 }
.field { margin-bottom: 1.1rem }
.field > label { display: block; margin-bottom: .3rem }
.field .hint, .field .error { margin: .3rem 0 0; font-size: .88rem }
.field .error { color: var(--bad); font-weight: 500 }
.field.wrong input, .field.wrong select, .field.wrong textarea { border-color: var(--bad) }
.blade { max-width: 44rem; padding: 1.4rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow) }
fieldset { border: 0; margin: 0 0 1.2rem; padding: 0; min-width: 0 }
form:not(.blade):not(.inline):not(.confirm-panel) > fieldset { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.2rem .6rem; max-width: 60rem }
legend { padding: 0; margin-bottom: .5rem }
form:not(.blade) > fieldset > legend { float: left; width: 100%; margin-bottom: .7rem }
form:not(.blade) > fieldset > legend + * { clear: both }
.choice { display: flex; gap: .65rem; padding: .35rem 0; font-weight: 400; cursor: pointer }
.choice small { display: block; color: var(--muted); font-size: .86rem }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0 1.2rem }
.grid-2 { display: grid; gap: 0 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)) }
.row { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
.inline { display: inline-block; margin: 0 .3rem 0 0 }

.cards, .pick { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin: 1.2rem 0 2.2rem }
.pick { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); max-width: 44rem; margin: .6rem 0 1.2rem }
.card { display: flex; flex-direction: column; gap: .35rem; padding: 1.1rem 1.2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; color: var(--ink); text-decoration: none; box-shadow: var(--shadow) }
.card:hover { border-color: var(--accent) }
.card h2, .card h3 { margin: 0; color: var(--accent) }
.card p { margin: 0; color: var(--muted); font-size: .92rem }
.card .steps { font-size: .78rem; font-weight: 600; color: var(--muted) }
.card .state { margin-top: auto; padding-top: .5rem; color: var(--ink); font-weight: 500 }
.card.chosen { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent) }

.copy-grid { display: grid; gap: .9rem 1.4rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr)); margin-bottom: 1.1rem }
.copy-field label { display: block; font-size: .86rem; font-weight: 500; color: var(--muted); margin-bottom: .2rem }
.copy-control { display: flex; gap: .4rem; align-items: center }
.copy-control input { flex: 1; min-width: 0 }
.copy-text { display: inline-flex; flex-wrap: wrap; gap: .35rem .5rem; align-items: center; overflow-wrap: anywhere }
.copy-text .copy { min-height: 1.7rem; padding: .05rem .5rem }
.facts { display: grid; gap: .8rem 1.4rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); margin: 0 }
.fact dt { font-size: .86rem; color: var(--muted) }
.fact dd { margin: .15rem 0 0; overflow-wrap: anywhere }

.table-frame { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 10px }
table { width: 100%; border-collapse: collapse; font-size: .93rem }
th, td { padding: .6rem .9rem; text-align: left; vertical-align: middle; border-bottom: 1px solid var(--line) }
tbody tr:last-child > * { border-bottom: 0 }
thead th { font-size: .82rem; font-weight: 600; color: var(--muted); background: var(--raised); vertical-align: bottom }
tbody th { font-weight: 500 }
tr.group th { background: var(--raised); font-weight: 600 }
.acts { display: flex; flex-wrap: wrap; gap: .35rem }
.acts .inline { margin: 0 }
.date { white-space: nowrap }
.badge { display: inline-block; padding: .05rem .55rem; border-radius: 999px; font-size: .82rem; font-weight: 500; white-space: nowrap; background: var(--raised); color: var(--muted) }
.badge.good { background: var(--good-soft); color: var(--good) }
.badge.warn { background: var(--warn-soft); color: var(--warn) }
.badge.bad { background: var(--bad-soft); color: var(--bad) }
.badge.info { background: var(--info-soft); color: var(--info) }
.callout { margin: 0 0 1.2rem; padding: .75rem 1rem; border-radius: 8px; border: 1px solid currentColor; background: var(--raised); max-width: 60rem }
.callout > div { color: var(--ink); margin-top: .35rem }
.callout p:last-child { margin-bottom: 0 }
.callout.good { background: var(--good-soft); color: var(--good) }
.callout.warn { background: var(--warn-soft); color: var(--warn) }
.callout.bad { background: var(--bad-soft); color: var(--bad) }
.callout.info { background: var(--info-soft); color: var(--info) }
.empty { padding: 2.2rem 1.4rem; text-align: center; background: var(--surface); border: 1px dashed var(--line-strong); border-radius: 10px }
.empty p { margin: 0 auto .2rem; max-width: 34rem }
.empty p + p { color: var(--muted) }
.confirm summary { width: fit-content; list-style: none }
.confirm summary::-webkit-details-marker { display: none }
.confirm-panel { margin-top: .7rem; padding: .9rem 1.1rem; border: 1px solid var(--bad); border-radius: 8px; background: var(--surface); max-width: 34rem; white-space: normal }
ul.plain { padding-left: 1.1rem; margin: 0 0 1rem }

@container page (max-width: 46rem) {
  .table-frame { background: none; border: 0; overflow: visible }
  .table-frame table, .table-frame tbody, .table-frame tr, .table-frame th, .table-frame td { display: block; width: auto }
  .table-frame thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .table-frame tr { margin-bottom: .8rem; padding: .4rem 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px }
  .table-frame tr.group { background: none; border: 0; padding: 0; margin: 1.2rem 0 .4rem }
  .table-frame tr.group th { padding: 0; background: none }
  .table-frame th, .table-frame td { border: 0; padding: .3rem 1rem }
  .table-frame tbody tr:not(.group) th { font-size: 1.02rem; font-weight: 600 }
  .table-frame td::before { content: attr(data-label); display: block; font-size: .82rem; color: var(--muted) }
}
@media (max-width: 56rem) {
  .shell { grid-template-columns: minmax(0, 1fr) }
  .side { padding: .6rem 1rem; border-right: 0; border-bottom: 1px solid var(--line); min-height: 0 }
  .side summary { display: inline-flex; padding: .4rem .2rem; font-weight: 600; cursor: pointer }
  .side summary::after { content: "▾"; margin-left: .45rem; color: var(--muted) }
  .side details[open] summary::after { content: "▴" }
  .practice-banner { padding: .5rem 1rem }
}
@media (max-width: 30rem) {
  h1 { font-size: 1.35rem }
  .tabs ul { flex-wrap: wrap; gap: 0 1.1rem }
  .blade { padding: 1rem }
  .actions > *, .commands > * { flex: 1 1 auto }
}
@media (prefers-reduced-motion: no-preference) {
  button, .button, .card, .side a { transition: background-color .12s, border-color .12s, filter .12s }
}
`
