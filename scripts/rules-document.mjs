/**
 * The document of all rules: `table` in Markdown, with what a reader needs to know before it.
 *
 * @param {string} table
 * @param {number} count
 */
export function rulesDocument(table, count) {
  return `# What Fivestep knows of failures

All ${count} entries of \`lib/diagnosis\`, as the page *Troubleshooting* shows them. Each has a page of its
own at \`/troubleshooting/<rule>\`. A failure is answered by the most demanding rule that fits it; a code
that has no rule is answered from Microsoft's public list, and said to be likely only.

This file is made by \`npm run rules\`; a test fails when it is out of date.

${table}`
}
