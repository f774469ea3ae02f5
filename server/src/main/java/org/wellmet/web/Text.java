package org.wellmet.web;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;

/// Something to be said in the viewer's language: the English sentence, which is the key, and what stands in its `{0}`.
///
/// The sentence is a literal, so that the test of completeness finds it.
public record Text(String english, List<Object> arguments) {
    /// Copies the arguments.
    public Text {
        arguments = List.copyOf(arguments);
    }

    /// The sentence, to be translated when it is said.
    public static Text of(@CompileTimeConstant String english, Object... arguments) {
        return new Text(english, List.of(arguments));
    }
}
