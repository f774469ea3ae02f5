package org.wellmet.archive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.wellmet.vocabulary.Folding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what was read as the JSON in which it waits in the database.
final class Uploads {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_FOLDED = 2_000;
    private static final Comparator<Contact> LATEST_FIRST = Comparator.comparing(
            (Contact contact) -> contact.connectedOn().orElse(LocalDate.MIN), Comparator.reverseOrder());

    private Uploads() {}

    static ArchiveStore.Upload of(LinkedInArchive archive) {
        return new ArchiveStore.Upload(
                Waiting.Kind.LINKEDIN,
                JSON.writeValueAsString(archive.resume()),
                contacts(archive.contacts()),
                archive.contacts().size(),
                archive.leftAlone());
    }

    static ArchiveStore.Upload of(Resume resume) {
        return new ArchiveStore.Upload(Waiting.Kind.JSON_RESUME, JSON.writeValueAsString(resume), "[]", 0, List.of());
    }

    /// What [#of] wrote; an older server may have written less.
    static Resume resume(String written) {
        ObjectNode resume = (ObjectNode) JSON.readTree(written);
        if (!resume.has("topics")) {
            resume.putArray("topics");
        }
        return JSON.treeToValue(resume, Resume.class);
    }

    private static String contacts(List<Contact> contacts) {
        ArrayNode rows = JSON.createArrayNode();
        contacts.stream().sorted(LATEST_FIRST).forEach(contact -> {
            ObjectNode row = rows.addObject();
            row.put("number", rows.size());
            row.put("first_name", contact.firstName());
            row.put("last_name", contact.lastName());
            row.put("address", contact.address().map(ProfileAddress::slug).orElse(""));
            row.put("email", contact.email().orElse(""));
            row.put("company", contact.company());
            row.put("position", contact.position());
            contact.connectedOn().ifPresent(day -> row.put("connected_on", day.toString()));
            row.put("folded", folded(contact));
        });
        return JSON.writeValueAsString(rows);
    }

    private static String folded(Contact contact) {
        String whole = Folding.fold(contact.name() + " " + contact.company() + " " + contact.position());
        return whole.substring(0, Math.min(whole.length(), MAX_FOLDED));
    }
}
