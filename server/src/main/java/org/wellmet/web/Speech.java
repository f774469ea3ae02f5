package org.wellmet.web;

import org.springframework.stereotype.Component;

/// Says texts in a language outside of any request: in mails. Thread-safe.
@Component
public final class Speech {
    private final Sentences sentences;

    Speech(Sentences sentences) {
        this.sentences = sentences;
    }

    /// The text in that language, as plain text. What stands in its holes are texts, numbers and words.
    public String say(Language language, Text text) {
        return sentences.say(
                language,
                text.english(),
                text.arguments().stream()
                        .map(argument -> spoken(language, argument))
                        .toList());
    }

    private String spoken(Language language, Object argument) {
        return switch (argument) {
            case Text text -> say(language, text);
            case Translated name -> name.in(language);
            case Number value -> Spoken.number(language, value);
            default -> argument.toString();
        };
    }
}
