package org.wellmet.archive;

import org.wellmet.archive.Resume.Certificate;
import org.wellmet.archive.Resume.Education;
import org.wellmet.archive.Resume.Language;
import org.wellmet.archive.Resume.Link;
import org.wellmet.archive.Resume.Person;
import org.wellmet.archive.Resume.Position;
import org.wellmet.profile.Locality;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a [Resume] as JSON Resume.
final class ResumeWriter {
    private static final String SCHEMA =
            "https://raw.githubusercontent.com/jsonresume/resume-schema/master/schema.json";

    private ResumeWriter() {}

    /// JSON Resume. What our words have and the schema has not stands in fields of its own, which the schema allows;
    /// [JsonResume] reads them back, so that nothing is lost from one Wellmet to another.
    static String jsonResume(Resume resume) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode root = json.createObjectNode();
        root.put("$schema", SCHEMA);
        writePerson(root.putObject("basics"), resume.person());
        resume.positions()
                .forEach(position -> writePosition(root.withArray("work").addObject(), position));
        resume.education()
                .forEach(education -> writeEducation(root.withArray("education").addObject(), education));
        resume.skills().forEach(skill -> root.withArray("skills").addObject().put("name", skill));
        resume.topics().forEach(topic -> root.withArray("interests").addObject().put("name", topic));
        resume.languages()
                .forEach(language -> writeLanguage(root.withArray("languages").addObject(), language));
        resume.certificates()
                .forEach(certificate ->
                        writeCertificate(root.withArray("certificates").addObject(), certificate));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void writePerson(ObjectNode basics, Person person) {
        put(basics, "name", person.name());
        put(basics, "label", person.headline());
        person.email().ifPresent(email -> put(basics, "email", email));
        put(basics, "summary", person.about());
        if (!person.area().isEmpty()) {
            Locality locality = Locality.of(person.area());
            ObjectNode location = basics.putObject("location");
            put(location, "city", locality.city());
            put(location, "region", locality.region());
        }
        for (Link link : person.links()) {
            if (link.label().equals("website") && !basics.has("url")) {
                basics.put("url", link.url());
            } else {
                ObjectNode profile = basics.withArray("profiles").addObject();
                put(profile, "network", link.label());
                profile.put("url", link.url());
            }
        }
    }

    private static void writePosition(ObjectNode work, Position position) {
        put(work, "name", position.organisation());
        put(work, "position", position.title());
        put(work, "location", position.area());
        put(work, "startDate", position.from().map(PartialDate::toString).orElse(""));
        put(work, "endDate", position.until().map(PartialDate::toString).orElse(""));
        put(work, "summary", position.description());
    }

    private static void writeEducation(ObjectNode node, Education education) {
        put(node, "institution", education.school());
        put(node, "area", education.field());
        put(node, "studyType", education.degree());
        put(node, "startDate", education.from().map(PartialDate::toString).orElse(""));
        put(node, "endDate", education.until().map(PartialDate::toString).orElse(""));
        put(node, "notes", education.notes());
    }

    private static void writeLanguage(ObjectNode node, Language language) {
        put(node, "language", language.name());
        put(node, "fluency", language.proficiency());
    }

    private static void writeCertificate(ObjectNode node, Certificate certificate) {
        put(node, "name", certificate.name());
        put(node, "issuer", certificate.authority());
        put(node, "url", certificate.url());
        put(node, "date", certificate.from().map(PartialDate::toString).orElse(""));
        put(node, "endDate", certificate.until().map(PartialDate::toString).orElse(""));
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
