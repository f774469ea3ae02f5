package org.wellmet.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.picture.Pictures;
import org.wellmet.picture.ReadPictureOutcome;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// The home page: share an update, read the feed; for whom it is still empty, the first steps.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class FeedPages {
    private static final String TEMPLATE = "update/home";
    private static final int BYTES_PER_MEGABYTE = 1_000_000;
    private static final int PIXELS_PER_MEGAPIXEL = 1_000_000;

    private final Updates updates;
    private final Feed feed;
    private final Pictures pictures;
    private final Headcount headcount;
    private final ObjectProvider<FirstStep> steps;
    private final Pages pages;
    private final InstantSource clock;

    FeedPages(
            Updates updates,
            Feed feed,
            Pictures pictures,
            Headcount headcount,
            ObjectProvider<FirstStep> steps,
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
    ModelAndView share(Viewer viewer, Form form, @RequestParam(required = false) @Nullable MultipartFile picture) {
        FormReader reading = form.reading();
        String text = reading.required("text", Text.of("Update"), UpdateDraft.MAX_TEXT);
        Optional<Audience> audience = reading.choice("audience", Text.of("Who may see it"), FeedPages::audience);
        Optional<UpdateDraft.Picture> attached = attached(reading, picture);
        if (reading.isRefused() || audience.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), model(viewer, "", reading.refused()));
        }
        return switch (updates.share(viewer.id(), new UpdateDraft(text, audience.get(), attached))) {
            case ShareUpdateOutcome.Shared _ -> pages.onTo("/", Text.of("Your update is shared."));
            case ShareUpdateOutcome.TooMany(var retryAt) -> tooMany(viewer, reading, retryAt);
        };
    }

    private ModelAndView tooMany(Viewer viewer, FormReader reading, Instant retryAt) {
        long minutes = Math.max(1, Duration.between(clock.instant(), retryAt).toMinutes() + 1);
        reading.refuse(
                "text",
                Text.of("Update"),
                Text.of("You shared a lot in the last hour. Minutes until there is room again: {0}.", minutes));
        ModelAndView again = Pages.again(TEMPLATE, reading.refused(), model(viewer, "", reading.refused()));
        again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return again;
    }

    private Optional<UpdateDraft.Picture> attached(FormReader reading, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        String words =
                reading.required("picture-text", Text.of("What the picture shows"), UpdateDraft.MAX_PICTURE_TEXT);
        if (reading.isRefused()) {
            // Not read: its bytes are gone with this answer anyway, and must be chosen again.
            reading.refuse("picture", Text.of("Picture"), Text.of("Please choose the picture again."));
            return Optional.empty();
        }
        return switch (read(file)) {
            case ReadPictureOutcome.Read(var picture) -> Optional.of(new UpdateDraft.Picture(picture, words));
            case ReadPictureOutcome.TooManyBytes(var max) ->
                refused(reading, Text.of("The file is too large. At most {0} MB are taken.", max / BYTES_PER_MEGABYTE));
            case ReadPictureOutcome.TooManyPixels(var max) ->
                refused(
                        reading,
                        Text.of(
                                "The picture has too many pixels. At most {0} million are taken.",
                                max / PIXELS_PER_MEGAPIXEL));
            case ReadPictureOutcome.NotAPicture _ ->
                refused(reading, Text.of("This is no picture that we can read. JPEG, PNG and GIF are taken."));
            case ReadPictureOutcome.Busy _ ->
                refused(reading, Text.of("Many pictures arrive just now. Try again in a minute."));
        };
    }

    private static Optional<UpdateDraft.Picture> refused(FormReader reading, Text why) {
        reading.refuse("picture", Text.of("Picture"), why);
        return Optional.empty();
    }

    private ReadPictureOutcome read(MultipartFile file) {
        if (file.getSize() > Pictures.MAX_BYTES) {
            return new ReadPictureOutcome.TooManyBytes(Pictures.MAX_BYTES); // without taking it into memory
        }
        try {
            return pictures.read(file.getBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, ?> model(Viewer viewer, String before, Form form) {
        UpdateList list = feed.page(viewer.id(), before).orElseThrow(NotHere::new);
        boolean isEmpty = list.updates().isEmpty() && before.isEmpty();
        List<FirstStepShown> firstSteps = isEmpty
                ? steps.stream()
                        .sorted(Comparator.comparingInt(FirstStep::order))
                        .map(step -> new FirstStepShown(step, step.isDone(viewer)))
                        .toList()
                : List.of();
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
