package org.wellmet.profile;

import java.util.List;

/// A page elsewhere that is about the member.
public record Link(WebAddress url, String label) implements Item {
    /// The longest label.
    public static final int MAX_LABEL_LENGTH = 60;

    /// A label is short.
    public Link {
        Item.requireAtMost(MAX_LABEL_LENGTH, label);
    }

    @Override
    public Section section() {
        return Section.LINKS;
    }

    @Override
    public List<String> sameness() {
        return List.of("link", url.value());
    }

    @Override
    public int mostPerMember() {
        return 20;
    }
}
