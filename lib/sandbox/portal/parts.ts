import { attributes, type Html, html, type Part } from '@/lib/sandbox/portal/html'

/** A labelled value that can be selected by keyboard and, with script, copied by a button. */
export function copyField(label: string, value: string): Html {
  const id = `copy-${slug(label)}-${slug(value).slice(0, 40)}`
  return html`<div class="copy-field">
    <label for="${id}">${label}</label>
    <span class="copy-control"><input id="${id}" class="mono" readonly spellcheck="false" value="${value}">
    ${copyButton(label, value)}</span>
  </div>`
}

/** The same for a table cell, where the value stands as text. */
export function copyCell(label: string, value: string): Html {
  return html`<span class="copy-text"><code>${value}</code>${copyButton(label, value)}</span>`
}

function copyButton(label: string, value: string): Html {
  return html`<button type="button" class="ghost copy" data-copy="${value}" aria-label="Copy ${label}" hidden>Copy</button>`
}

/** A fact in a definition grid. */
export function fact(label: string, value: Part): Html {
  return html`<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>`
}

export type FieldOptions = Readonly<{
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
}>

export type TextFieldOptions = FieldOptions &
  Readonly<{
    value?: string | undefined
    placeholder?: string | undefined
    required?: boolean
    maxLength?: number
    mono?: boolean
    type?: 'text' | 'date'
  }>

/** One line of text with its label, hint and what was wrong with it. */
export function textField(options: TextFieldOptions): Html {
  const control = html`<input${attributes({
    id: options.name,
    name: options.name,
    type: options.type ?? 'text',
    value: options.value ?? '',
    placeholder: options.placeholder,
    required: options.required,
    maxlength: String(options.maxLength ?? 200),
    class: options.mono ? 'mono' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
    ...described(options),
  })}>`
  return field(options, control)
}

export type Option = Readonly<{ value: string; label: string }>

/** A drop-down with its label. */
export function selectField(
  options: FieldOptions & Readonly<{ options: readonly Option[]; value?: string | undefined }>,
): Html {
  const control = html`<select${attributes({ id: options.name, name: options.name, ...described(options) })}>
    ${options.options.map(
      (option) =>
        html`<option${attributes({ value: option.value, selected: option.value === options.value })}>${option.label}</option>`,
    )}</select>`
  return field(options, control)
}

/** A label above a control, with hint and error below. */
export function field(options: FieldOptions, control: Html): Html {
  return html`<div class="field${options.error ? ' wrong' : ''}">
    <label for="${options.name}">${options.label}</label>
    ${control}
    ${options.hint && html`<p class="hint" id="${options.name}-hint">${options.hint}</p>`}
    ${options.error && html`<p class="error" id="${options.name}-error">${options.error}</p>`}
  </div>`
}

/** What ties a control to its hint and error. */
export function described(options: FieldOptions): Record<string, string | boolean | undefined> {
  const ids = [options.hint && `${options.name}-hint`, options.error && `${options.name}-error`]
  const described = ids.filter(Boolean).join(' ')
  return {
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': options.error ? 'true' : undefined,
  }
}

/** One of a group: `<fieldset>` goes around them. */
export function choice(
  input: Readonly<{
    type: 'radio' | 'checkbox'
    name: string
    value: string
    label: Part
    hint?: string | undefined
    checked?: boolean
  }>,
): Html {
  return html`<label class="choice"><input${attributes({
    type: input.type,
    name: input.name,
    value: input.value,
    checked: input.checked,
  })}><span>${input.label}${input.hint && html`<small>${input.hint}</small>`}</span></label>`
}

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info'

export function badge(tone: Tone, text: string): Html {
  return html`<span class="badge ${tone}">${text}</span>`
}

export function callout(tone: Tone, title: string, body: Part): Html {
  return html`<div class="callout ${tone}" role="${tone === 'bad' ? 'alert' : 'status'}"><strong>${title}</strong>${body && html`<div>${body}</div>`}</div>`
}

/** A button that posts at once. */
export function postButton(
  input: Readonly<{ action: string; label: string; name?: string; tone?: 'danger' | 'plain' }>,
): Html {
  return html`<form method="post" action="${input.action}" class="inline"><button${attributes({
    class: input.tone === 'danger' ? 'danger small' : 'small',
    'aria-label': input.name ? `${input.label}: ${input.name}` : undefined,
  })}>${input.label}</button></form>`
}

/** A button that asks once more before it posts; works without script. */
export function confirmButton(
  input: Readonly<{ action: string; label: string; question: string; confirm: string }>,
): Html {
  return html`<details class="confirm"><summary class="button danger">${input.label}</summary>
    <form method="post" action="${input.action}" class="confirm-panel">
      <p>${input.question}</p><button class="danger">${input.confirm}</button>
    </form></details>`
}

/** One line of a table, its first cell the line's header; or a line that names a group. */
export type Row = readonly Part[] | Readonly<{ group: string }>

/** A table that becomes a list of cards where the page is narrow. */
export function table(label: string, head: readonly string[], rows: readonly Row[]): Html {
  return html`<div class="table-frame"><table aria-label="${label}">
    <thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => tableRow(row, head))}</tbody></table></div>`
}

function tableRow(row: Row, head: readonly string[]): Html {
  if ('group' in row) {
    return html`<tr class="group"><th scope="rowgroup" colspan="${head.length}">${row.group}</th></tr>`
  }
  return html`<tr>${row.map((cell, index) =>
    index === 0
      ? html`<th scope="row">${cell}</th>`
      : html`<td data-label="${head[index]}">${cell}</td>`,
  )}</tr>`
}

/** The acts of a table row, side by side as far as there is room. */
export function acts(...buttons: readonly Part[]): Html {
  return html`<div class="acts">${buttons}</div>`
}

export function empty(title: string, body: Part): Html {
  return html`<div class="empty"><p><strong>${title}</strong></p><p>${body}</p></div>`
}

export function formatDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
