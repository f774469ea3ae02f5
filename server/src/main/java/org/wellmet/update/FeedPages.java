package org.wellmet.update;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The home page: share an update, read the feed; for whom it is still empty, the first steps.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class FeedPages {
    private static final String TEMPLATE = "update/home";

    private final Updates updates;
    private final Feed feed;
    private final PictureField pictures;
    private final Headcount headcount;
    private final FirstSteps steps;
    private final Pages pages;
    private final InstantSource clock;

    FeedPages(
            Updates updates,
            Feed feed,
            PictureField pictures,
            Headcount headcount,
            FirstSteps steps,
            Pages pages,
            InstantSource clock) {
        this.updates = updates;
        this.feed = feed;
        this.pictures = pictures;
        this.headcount = headcount;
        this.steps = steps;
        this.pages = pages;
        this.clock = clock;
    }

    /// The first place of all.
    @Bean
    static Place homePlace() {
        return new Place(Place.Where.MAIN, 0, "/", Text.of("Home"), "home");
    }

    @GetMapping("/")
    ModelAndView home(Viewer viewer, @RequestParam(defaultValue = "") String before) {
        Form fresh = Form.empty().with("audience", Audience.CONNECTIONS.name());
        return Pages.page(TEMPLATE, model(viewer, before, fresh));
    }

    @PostMapping("/updates")
    ModelAndView share(
            Viewer viewer,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            HttpServletResponse response) {
        FormReader reading = form.reading();
        String text = reading.required("text", Text.of("Update"), UpdateDraft.MAX_TEXT);
        Optional<Audience> audience = reading.choice("audience", Text.of("Who may see it"), FeedPages::audience);
        Optional<PictureField.Chosen> chosen = pictures.read(viewer.id(), form, reading, picture);
        Optional<String> words = chosen.map(
                _ -> reading.required("picture-text", Text.of("What the picture shows"), UpdateDraft.MAX_PICTURE_TEXT));
        if (reading.isRefused() || audience.isEmpty()) {
            return again(viewer, reading, chosen.orElse(null));
        }
        Optional<UpdateDraft.Picture> attached =
                chosen.map(it -> new UpdateDraft.Picture(it.picture(), words.orElseThrow()));
        return switch (updates.share(viewer.id(), new UpdateDraft(text, audience.get(), attached))) {
            case ShareUpdateOutcome.Shared _ -> {
                pictures.forget(viewer.id());
                yield pages.onTo("/", Text.of("Your update is shared."));
            }
            case ShareUpdateOutcome.TooMany(var retryAt) -> {
                Duration wait = Duration.between(clock.instant(), retryAt);
                response.setHeader(HttpHeaders.RETRY_AFTER, Problem.retryAfterSeconds(wait));
                long minutes = Math.max(1, wait.toMinutes() + 1);
                reading.refuse(
                        "text",
                        Text.of("Update"),
                        Text.of("You shared a lot in the last hour. Minutes until there is room again: {0}.", minutes));
                ModelAndView again = again(viewer, reading, chosen.orElse(null));
                again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield again;
            }
        };
    }

    private ModelAndView again(Viewer viewer, FormReader reading, PictureField.@Nullable Chosen chosen) {
        Form refused = chosen == null
                ? PictureField.keepNone(reading.refused())
                : pictures.keep(viewer.id(), reading.refused(), chosen);
        return Pages.again(TEMPLATE, refused, model(viewer, "", refused));
    }

    private Map<String, ?> model(Viewer viewer, String before, Form form) {
        UpdateList list = feed.page(viewer.id(), before).orElseThrow(NotHere::new);
        boolean isEmpty = list.updates().isEmpty() && before.isEmpty();
        List<FirstStepShown> firstSteps = before.isEmpty() ? steps.of(viewer, isEmpty) : List.of();
        return Map.of(
                "list", list, "form", form, "isEmpty", isEmpty, "steps", firstSteps, "members", headcount.members());
    }

    /// The audiences that the form offers.
    static Optional<Audience> audience(String name) {
        return Arrays.stream(Audience.values())
                .filter(audience -> audience != Audience.ME && audience.name().equals(name))
                .findFirst();
    }
}
