package org.wellmet.connection;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;
import org.wellmet.web.TypedText;

/// What the viewer keeps for themselves on a connection.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class PrivateNotePages {
    private static final String TEMPLATE = "connection/note";
    private static final Text NOTE = Text.of("Note");
    private static final Text HOW = Text.of("How we met");

    private final PrivateNotes notes;
    private final Acquaintances acquaintances;
    private final Pages pages;

    PrivateNotePages(PrivateNotes notes, Acquaintances acquaintances, Pages pages) {
        this.notes = notes;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @GetMapping("/network/{handle}/note")
    ModelAndView show(Viewer viewer, @PathVariable String handle) {
        Acquaintance other = find(viewer, handle);
        PrivateNote note = notes.find(viewer.id(), other.member().id()).orElseThrow(NotHere::new);
        Form form = Form.empty().with("note", note.note()).with("how", note.howWeMet());
        return Pages.page(TEMPLATE, Map.of("other", other, "form", form));
    }

    @PostMapping("/network/{handle}/note")
    ModelAndView keep(Viewer viewer, @PathVariable String handle, Form form) {
        Acquaintance other = find(viewer, handle);
        FormReader reading = form.reading();
        Optional<PrivateNote> note = read(form, reading);
        if (note.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of("other", other));
        }
        if (!notes.keep(viewer.id(), other.member().id(), note.get())) {
            throw new NotHere();
        }
        return pages.onTo(
                "/network",
                Text.of(
                        "Your note on {0} is saved. Only you read it.",
                        other.member().name()));
    }

    static Optional<PrivateNote> read(Form form, FormReader reading) {
        reading.optional("note", NOTE, PrivateNote.NOTE_MAX_LENGTH);
        reading.optional("how", HOW, PrivateNote.HOW_WE_MET_MAX_LENGTH);
        Form tidy = Form.empty()
                .with("note", TypedText.tidy(form.value("note")))
                .with("how", TypedText.tidy(form.value("how")));
        FormReader again = tidy.reading(); // composing may lengthen a text
        String note = again.optional("note", NOTE, PrivateNote.NOTE_MAX_LENGTH);
        String how = again.optional("how", HOW, PrivateNote.HOW_WE_MET_MAX_LENGTH);
        again.refused().errors().forEach(error -> reading.refuse(error.name(), error.label(), error.message()));
        return reading.isRefused() ? Optional.empty() : Optional.of(new PrivateNote(note, how));
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }
}
