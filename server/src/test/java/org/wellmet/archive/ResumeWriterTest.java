package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wellmet.archive.Resume.Person;

final class ResumeWriterTest {
    @Test
    void aCardSaysWhoWhereAndWhatTo() {
        VCard card = Ezvcard.parse(ResumeWriter.vcard(JsonResumeTest.EVERYTHING, "https://wellmet.example/@ilse"))
                .first();

        assertThat(card.getFormattedName().getValue()).isEqualTo("Ilse Vantongeren");
        assertThat(card.getStructuredName().getFamily()).isEqualTo("Vantongeren");
        assertThat(card.getTitles().getFirst().getValue()).isEqualTo("Hydraulic engineer | \"Keeps the sea out\"");
        assertThat(card.getOrganization().getValues()).containsExactly("Deltawerk BV");
        assertThat(card.getEmails().getFirst().getValue()).isEqualTo("ilse@example.org");
        assertThat(card.getAddresses().getFirst().getLocality()).isEqualTo("Middelburg");
        assertThat(card.getUrls().getFirst().getValue()).isEqualTo("https://wellmet.example/@ilse");
    }

    @Test
    void aNameCannotAddALineToTheCard() {
        Person person = new Person("A\r\nEMAIL:evil@example.org", "x;y,z\\n", "", "", Optional.empty(), List.of());
        Resume resume = new Resume(person, List.of(), List.of(), List.of(), List.of(), List.of());

        VCard card = Ezvcard.parse(ResumeWriter.vcard(resume, "https://wellmet.example/@a"))
                .first();

        assertThat(card.getEmails()).isEmpty();
        assertThat(card.getTitles().getFirst().getValue()).isEqualTo("x;y,z\\n");
    }
}
