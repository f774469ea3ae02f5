package org.wellmet.update;

import java.util.List;
import java.util.Optional;

/// The latest comments on an update, oldest of them first.
///
/// @param earlier what to ask for to get those before; empty when there are none
public record CommentList(List<ShownComment> comments, Optional<String> earlier) {
    public CommentList {
        comments = List.copyOf(comments);
    }
}
