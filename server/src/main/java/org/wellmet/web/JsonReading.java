package org.wellmet.web;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/// How bodies of JSON are read: a text is a text, a number a number, nothing is made of the other, no name stands
/// twice, and what is typed is made tidy as in forms ([TypedText]).
@Configuration(proxyBeanMethods = false)
final class JsonReading {
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule("typed text").addDeserializer(String.class, new TypedTexts()));
    }

    /// Refuses half a character: what no database keeps and no page shows.
    private static final class TypedTexts extends StdScalarDeserializer<String> {
        TypedTexts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String typed = parser.getString();
            if (typed.codePoints().anyMatch(JsonReading::isLoneSurrogate)) {
                throw context.weirdStringException("", String.class, "half a character");
            }
            return TypedText.tidy(typed);
        }
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /// What is wrong with the body: the field, where it is JSON with a wrong value in one.
    static Problem problem(Throwable unreadable) {
        if (unreadable.getCause() instanceof JacksonException wrong
                && (wrong instanceof DatabindException || wrong instanceof InputCoercionException)
                && !wrong.getPath().isEmpty()) {
            return Problem.refused(field(wrong), Text.of("JSON"), message(wrong));
        }
        return ApiProblems.notUnderstood();
    }

    /// As `quietHours.from`; the place in a list is left out.
    private static String field(JacksonException wrong) {
        return wrong.getPath().stream()
                .filter(step -> step.getPropertyName() != null)
                .map(JacksonException.Reference::getPropertyName)
                .collect(Collectors.joining("."));
    }

    private static Text message(JacksonException wrong) {
        Class<?> wanted = wanted(wrong);
        if (wanted == String.class) {
            return wrong instanceof InvalidFormatException
                    ? Text.of("There is half a character in this text. Send whole ones.")
                    : Text.of("Send one text here.");
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return Text.of("Send true or false here.");
        }
        return Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()
                ? Text.of("Send a whole number here.")
                : Text.of("This is of another kind than what is read here.");
    }

    /// What would have been read there, as far as it is known.
    private static Class<?> wanted(JacksonException wrong) {
        Class<?> type = switch (wrong) {
            case MismatchedInputException mismatched -> mismatched.getTargetType();
            case InputCoercionException coerced -> coerced.getTargetType();
            default -> Object.class;
        };
        return Objects.requireNonNullElse(type, Object.class);
    }
}
