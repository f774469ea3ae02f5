package org.wellmet.archive;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.LongUpload;
import org.wellmet.web.ManyValued;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Bringing an archive, looking at what it holds, taking it over, and taking one's own things out.
@Controller
@RequestMapping("/archive")
@OpenTo(OpenTo.Who.MEMBERS)
final class ArchivePages {
    private static final String TEMPLATE = "archive/archive";
    static final String HOME = "/archive";
    private static final String PREVIEW = "/archive/preview";

    private final Archives archives;
    private final Contacts contacts;
    private final Profiles profiles;
    private final Answers answers;

    /// What the answers are made with.
    @Component("archiveAnswers")
    record Answers(Pages pages, Problems problems, UploadFolder uploads, InstantSource clock) {}

    ArchivePages(Archives archives, Contacts contacts, Profiles profiles, Answers answers) {
        this.archives = archives;
        this.contacts = contacts;
        this.profiles = profiles;
        this.answers = answers;
    }

    /// In the menu under one's own name.
    @Bean
    static Place archivePlace() {
        return Place.link(Place.Where.MENU, 40, HOME, Text.of("Your archive"));
    }

    /// An archive is longer than a picture.
    @Bean
    static LongUpload archiveUpload() {
        return new LongUpload("/archive/linkedin");
    }

    /// Beside one's network.
    @Bean
    static Place archiveByNetwork() {
        return Place.link(Place.Where.NETWORK, 20, HOME, Text.of("Your archive"));
    }

    /// The ticks of the preview.
    @Bean
    static ManyValued archiveTicks() {
        return ManyValued.of("take");
    }

    @GetMapping
    ModelAndView show(Viewer viewer) {
        Map<String, Object> model = model(viewer);
        model.put("form", Form.empty());
        return Pages.page(TEMPLATE, model);
    }

    @PostMapping("/linkedin")
    ModelAndView receive(
            @RequestParam(name = "archive", required = false) @Nullable MultipartFile file,
            Viewer viewer,
            HttpServletRequest request) {
        Text label = Text.of("The ZIP file from LinkedIn");
        if (file == null || file.isEmpty()) {
            return refused(viewer, "archive", label, Text.of("Choose a file first."));
        }
        ReceiveOutcome outcome = answers.uploads().reading(file, path -> archives.receiveLinkedIn(viewer.id(), path));
        return received(outcome, viewer, request, "archive", label);
    }

    @PostMapping("/resume")
    ModelAndView receiveResume(
            @RequestParam(name = "resume", required = false) @Nullable MultipartFile file,
            Viewer viewer,
            HttpServletRequest request)
            throws IOException {
        Text label = Text.of("A JSON Resume file");
        if (file == null || file.isEmpty()) {
            return refused(viewer, "resume", label, Text.of("Choose a file first."));
        }
        try (var bytes = file.getInputStream()) {
            // One byte more than is allowed is enough to know that it is too long.
            ReceiveOutcome outcome = archives.receiveResume(viewer.id(), bytes.readNBytes(JsonResume.MAX_BYTES + 1));
            return received(outcome, viewer, request, "resume", label);
        }
    }

    @GetMapping("/preview")
    ModelAndView preview(Viewer viewer) {
        Optional<Waiting> waiting = archives.waiting(viewer.id());
        if (waiting.isEmpty()) {
            return answers.pages().onTo(HOME);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("waiting", waiting.get());
        model.put("offers", archives.offers(viewer.id(), waiting.get()));
        model.put("before", contacts.summary(viewer));
        return Pages.page("archive/preview", model);
    }

    @PostMapping("/take-over")
    ModelAndView takeOver(@RequestParam("upload") long upload, Form form, Viewer viewer) {
        Pages pages = answers.pages();
        return switch (archives.takeOver(viewer.id(), upload, Set.copyOf(form.values("take")))) {
            case TakeOverOutcome.Gone() ->
                pages.onToWithRefusal(
                        HOME,
                        Text.of("Nothing was taken over: what you looked at waits no longer. Bring the file again."));
            case TakeOverOutcome.NothingTicked() ->
                pages.onToWithRefusal(PREVIEW, Text.of("Nothing was taken over, because nothing was ticked."));
            case TakeOverOutcome.Taken taken -> taken(taken);
        };
    }

    @PostMapping("/discard")
    ModelAndView discard(Viewer viewer) {
        archives.discard(viewer.id());
        return answers.pages().onTo(HOME, Text.of("What was read is forgotten. Your profile is as it was."));
    }

    @PostMapping("/delete")
    ModelAndView delete(Viewer viewer) {
        archives.delete(viewer.id());
        return answers.pages().onTo(HOME, Text.of("Your archive is deleted, with every contact in it."));
    }

    @GetMapping("/resume.json")
    ResponseEntity<String> resume(Viewer viewer) {
        Profile own = profiles.own(viewer.id());
        String name = own.member().handle() + ".resume.json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(ResumeWriter.jsonResume(ProfileResume.of(own)));
    }

    private ModelAndView taken(TakeOverOutcome.Taken taken) {
        Pages pages = answers.pages();
        if (taken.noRoom() > 0) {
            return pages.onTo(
                    "/profile",
                    Text.of(
                            "Taken over: {0} things. For {1} there was no room in your profile.",
                            taken.profileCount(), taken.noRoom()));
        }
        if (taken.contactCount() < 0) {
            return pages.onTo("/profile", Text.of("Taken over into your profile: {0}.", taken.profileCount()));
        }
        return pages.onTo(
                "/contacts",
                Text.of(
                        "Taken over into your profile: {0}. Contacts, for you alone: {1}.",
                        taken.profileCount(), taken.contactCount()));
    }

    private ModelAndView received(
            ReceiveOutcome outcome, Viewer viewer, HttpServletRequest request, String field, Text label) {
        return switch (outcome) {
            case ReceiveOutcome.Received() -> answers.pages().onTo(PREVIEW);
            case ReceiveOutcome.Refused(Text why) -> refused(viewer, field, label, why);
            case ReceiveOutcome.Busy() ->
                refused(viewer, field, label, Text.of("Other archives are being read. Try again in a minute."));
            case ReceiveOutcome.TooOften(var retryAt) ->
                answers.problems()
                        .answer(
                                request,
                                Problem.tooMany(Duration.between(answers.clock().instant(), retryAt)));
        };
    }

    private ModelAndView refused(Viewer viewer, String field, Text label, Text why) {
        FormReader reading = Form.empty().reading();
        reading.refuse(field, label, why);
        return Pages.again(TEMPLATE, reading.refused(), model(viewer));
    }

    private Map<String, Object> model(Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("waiting", archives.waiting(viewer.id()));
        model.put("summary", contacts.summary(viewer));
        model.put("handle", profiles.own(viewer.id()).member().handle());
        return model;
    }
}
