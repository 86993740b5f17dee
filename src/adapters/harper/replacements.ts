import { type Lint, SuggestionKind } from 'harper.js';

/** What a lint would put in place of `held`, the text of its span. */
export function replacementsOf(lint: Pick<Lint, 'suggestions'>, held: string): readonly string[] {
  return lint.suggestions().map((suggestion) => {
    const kind = suggestion.kind();
    const given = suggestion.get_replacement_text();
    suggestion.free();
    if (kind === SuggestionKind.Remove) return '';
    return kind === SuggestionKind.InsertAfter ? held + given : given;
  });
}
