package org.wellmet.archive;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wellmet.archive.Resume.Certificate;
import org.wellmet.archive.Resume.Education;
import org.wellmet.archive.Resume.Language;
import org.wellmet.archive.Resume.Link;
import org.wellmet.archive.Resume.Person;
import org.wellmet.archive.Resume.Position;
import org.wellmet.profile.Locality;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON Resume (schema 1.3.1, shipped with the server; nothing is ever fetched, whatever the file points to).
///
/// The form of addresses and e-mails is not asserted: people leave them empty, and what is none is left out.
///
/// Thread-safe.
public final class JsonResume {
    /// The longest sample has 8 KB.
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_PLACES = 20;
    private static final int MAX_ITEMS = 500;

    private final JsonMapper json = JsonMapper.shared();
    private final Schema schema = schema();

    /// Reads the file's bytes.
    public ReadResumeOutcome read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new ReadResumeOutcome.TooLong(MAX_BYTES >> 10);
        }
        JsonNode root;
        try {
            root = json.readTree(ExportText.of(bytes));
        } catch (JacksonException _) {
            return new ReadResumeOutcome.NotJson();
        }
        if (!root.isObject()) {
            return new ReadResumeOutcome.NotAResume(List.of("$"));
        }
        List<String> places = schema.validate(root).stream()
                .map(JsonResume::place)
                .distinct()
                .sorted()
                .limit(MAX_PLACES)
                .toList();
        return places.isEmpty() ? new ReadResumeOutcome.Read(resume(root)) : new ReadResumeOutcome.NotAResume(places);
    }

    private static Schema schema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(false)
                                .build()));
        try (InputStream text = Objects.requireNonNull(
                JsonResume.class.getResourceAsStream("/archive/jsonresume-1.3.1.json"), "jsonresume-1.3.1.json")) {
            return registry.getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where in the document, as `work[0].startDate`.
    private static String place(Error error) {
        String path = error.getInstanceLocation().toString().replaceFirst("^/", "");
        String dotted = path.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        return dotted.isEmpty() ? "$" : Texts.line(dotted, 120);
    }

    private static Resume resume(JsonNode root) {
        return new Resume(
                person(root.path("basics")),
                each(root, "work").map(JsonResume::position).distinct().toList(),
                each(root, "education").map(JsonResume::education).distinct().toList(),
                words(root, "skills"),
                words(root, "interests"),
                each(root, "languages").map(JsonResume::language).distinct().toList(),
                each(root, "certificates")
                        .map(JsonResume::certificate)
                        .distinct()
                        .toList());
    }

    private static Stream<JsonNode> each(JsonNode root, String section) {
        return root.path(section).valueStream().filter(JsonNode::isObject).limit(MAX_ITEMS);
    }

    private static Person person(JsonNode basics) {
        List<Link> links = new ArrayList<>();
        WebText.of(basics.path("url").asString("")).ifPresent(url -> links.add(new Link("website", url)));
        each(basics, "profiles")
                .forEach(profile -> WebText.of(profile.path("url").asString(""))
                        .ifPresent(url -> links.add(new Link(line(profile, "network", Resume.MAX_NAME), url))));
        return new Person(
                line(basics, "name", Resume.MAX_NAME),
                line(basics, "label", Resume.MAX_LINE),
                paragraphs(basics, "summary"),
                area(basics.path("location")),
                Optional.of(line(basics, "email", Contact.MAX_EMAIL).toLowerCase(Locale.ROOT))
                        .filter(email -> email.indexOf('@') > 0),
                links.stream().distinct().toList());
    }

    private static String area(JsonNode location) {
        Locality locality =
                new Locality(line(location, "city", Resume.MAX_LINE), line(location, "region", Resume.MAX_LINE));
        return Texts.line(locality.area(), Resume.MAX_LINE);
    }

    private static Position position(JsonNode work) {
        return new Position(
                line(work, "name", Resume.MAX_LINE),
                line(work, "position", Resume.MAX_LINE),
                withList(work, "summary", "highlights"),
                line(work, "location", Resume.MAX_LINE),
                date(work, "startDate"),
                date(work, "endDate"));
    }

    private static Education education(JsonNode education) {
        return new Education(
                line(education, "institution", Resume.MAX_LINE),
                line(education, "studyType", Resume.MAX_LINE),
                line(education, "area", Resume.MAX_LINE),
                withList(education, "notes", "courses"),
                date(education, "startDate"),
                date(education, "endDate"));
    }

    /// A skill's keywords are skills as well: "Web Development" with HTML and CSS; those of an interest are topics.
    private static List<String> words(JsonNode root, String section) {
        Set<String> words = new LinkedHashSet<>();
        each(root, section).forEach(named -> {
            words.add(line(named, "name", Resume.MAX_NAME));
            named.path("keywords")
                    .valueStream()
                    .limit(MAX_ITEMS)
                    .forEach(keyword -> words.add(Texts.line(keyword.asString(""), Resume.MAX_NAME)));
        });
        words.remove("");
        return words.stream().limit(MAX_ITEMS).toList();
    }

    private static Language language(JsonNode language) {
        return new Language(line(language, "language", Resume.MAX_NAME), line(language, "fluency", Resume.MAX_NAME));
    }

    private static Certificate certificate(JsonNode certificate) {
        return new Certificate(
                line(certificate, "name", Resume.MAX_LINE),
                line(certificate, "issuer", Resume.MAX_LINE),
                WebText.of(certificate.path("url").asString("")).orElse(""),
                date(certificate, "date"),
                date(certificate, "endDate"));
    }

    private static String withList(JsonNode node, String text, String list) {
        StringBuilder whole = new StringBuilder(node.path(text).asString(""));
        node.path(list)
                .valueStream()
                .limit(MAX_ITEMS)
                .forEach(item -> whole.append("\n- ").append(item.asString("")));
        return Texts.paragraphs(whole.toString(), Resume.MAX_TEXT);
    }

    private static String line(JsonNode node, String field, int maxLength) {
        return Texts.line(node.path(field).asString(""), maxLength);
    }

    private static String paragraphs(JsonNode node, String field) {
        return Texts.paragraphs(node.path(field).asString(""), Resume.MAX_TEXT);
    }

    private static Optional<PartialDate> date(JsonNode node, String field) {
        return PartialDate.parse(node.path(field).asString(""));
    }
}
