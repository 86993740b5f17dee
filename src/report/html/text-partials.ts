/**
 * How the text of a document is written in HTML, on every page that shows it.
 * White space counts within a paragraph, so nothing is put between the tags.
 * Attribute values without quotation marks are numbers and words of our own.
 */
export const textPartials = {
  /** Something deleted, inserted or replaced; it leads to its note, whose id is its number. */
  change:
    '<a href=#{{n}} data-n={{n}}{{#if unseen}} class=unseen{{/if}}>' +
    '{{#if before}}<del>{{before}}</del>{{/if}}{{#if after}}<ins>{{after}}</ins>{{/if}}</a>',
  pieces:
    '{{#each pieces}}' +
    '{{#if (is kind "change")}}{{> change}}' +
    '{{else if (is kind "mark")}}<a href=#{{n}} data-n={{n}} class={{decision}}>{{text}}</a>' +
    '{{else}}{{text}}{{/if}}' +
    '{{/each}}',
  paragraph:
    '<p id=p{{id}} class="t {{kind}}" dir=auto{{#if language}} lang="{{language}}"{{/if}}>{{> pieces}}</p>',
} as const;
