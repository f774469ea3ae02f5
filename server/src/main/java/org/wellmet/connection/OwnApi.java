package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// What is the viewer's alone, as JSON: their settings, their allowance, their notes.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class OwnApi {
    private static final String SETTINGS = "/api/settings/connections";
    private static final String NOTE = "/api/connections/{handle}/note";

    private final Connections connections;
    private final Gates gates;
    private final Allowances allowances;
    private final PrivateNotes notes;
    private final Acquaintances acquaintances;
    private final Problems problems;

    OwnApi(
            Connections connections,
            Gates gates,
            Allowances allowances,
            PrivateNotes notes,
            Acquaintances acquaintances,
            Problems problems) {
        this.connections = connections;
        this.gates = gates;
        this.allowances = allowances;
        this.notes = notes;
        this.acquaintances = acquaintances;
        this.problems = problems;
    }

    /// Who may see the connections, and whose invitations are taken.
    record SettingWire(@Nullable String audience, @Nullable String gate) {}

    /// A note as sent and as read.
    record NoteWire(@Nullable String note, @Nullable String how) {
        static NoteWire of(PrivateNote note) {
            return new NoteWire(note.note(), note.howWeMet());
        }
    }

    /// The allowance with all that it is made of.
    record AllowanceWire(
            int base,
            int forVerified,
            int forAcceptance,
            int total,
            int used,
            int left,
            long accepted,
            long counted,
            long waiting,
            int mostWaiting,
            String renewsAt) {
        static AllowanceWire of(Allowance allowance) {
            return new AllowanceWire(
                    Allowance.BASE,
                    allowance.forVerified(),
                    allowance.forAcceptance(),
                    allowance.total(),
                    allowance.used(),
                    allowance.left(),
                    allowance.accepted(),
                    allowance.counted(),
                    allowance.waiting(),
                    Allowance.MOST_WAITING,
                    allowance.renewsAt().toString());
        }
    }

    @GetMapping(path = "/api/invitations/allowance", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AllowanceWire> allowance(Viewer viewer) {
        return ResponseEntity.ok(AllowanceWire.of(allowances.of(viewer.id())));
    }

    @GetMapping(path = SETTINGS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SettingWire> settings(Viewer viewer) {
        return ResponseEntity.ok(new SettingWire(
                connections.listAudience(viewer.id()).name(),
                gates.of(viewer.id()).name()));
    }

    /// Changes what is given and leaves the rest.
    @PostMapping(
            path = SETTINGS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Object change(Viewer viewer, @RequestBody SettingWire sent, HttpServletRequest request) {
        Form form = Form.empty().with("audience", text(sent.audience())).with("gate", text(sent.gate()));
        FormReader reading = form.reading();
        Optional<Audience> audience =
                sent.audience() == null ? Optional.empty() : ConnectionSettingPages.audience(reading);
        Optional<Gate> gate = sent.gate() == null ? Optional.empty() : ConnectionSettingPages.gate(reading);
        if (reading.isRefused()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        audience.ifPresent(chosen -> connections.showList(viewer.id(), chosen));
        gate.ifPresent(chosen -> gates.choose(viewer.id(), chosen));
        return settings(viewer);
    }

    @GetMapping(path = NOTE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NoteWire> note(Viewer viewer, @PathVariable String handle) {
        return ResponseEntity.ok(
                NoteWire.of(notes.find(viewer.id(), find(viewer, handle)).orElseThrow(NotHere::new)));
    }

    /// Changes what is given and leaves the rest; an empty text clears.
    @PostMapping(path = NOTE, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Object keepNote(
            Viewer viewer, @PathVariable String handle, @RequestBody NoteWire sent, HttpServletRequest request) {
        MemberId other = find(viewer, handle);
        PrivateNote kept = notes.find(viewer.id(), other).orElseThrow(NotHere::new);
        Form form = Form.empty()
                .with("note", Objects.requireNonNullElse(sent.note(), kept.note()))
                .with("how", Objects.requireNonNullElse(sent.how(), kept.howWeMet()));
        FormReader reading = form.reading();
        Optional<PrivateNote> note = PrivateNotePages.read(form, reading);
        if (note.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        if (!notes.keep(viewer.id(), other, note.get())) {
            throw new NotHere();
        }
        return ResponseEntity.ok(NoteWire.of(note.get()));
    }

    private MemberId find(Viewer viewer, String handle) {
        return acquaintances
                .named(viewer, handle)
                .orElseThrow(NotHere::new)
                .member()
                .id();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
