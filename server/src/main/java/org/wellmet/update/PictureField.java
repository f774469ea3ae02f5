package org.wellmet.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.wellmet.member.MemberId;
import org.wellmet.picture.Pictures;
import org.wellmet.picture.ReadPicture;
import org.wellmet.picture.ReadPictureOutcome;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;

/// The picture in the form of an update: one that was just chosen, or one that a refused form brought before.
///
/// Thread-safe.
@Component
final class PictureField {
    private static final String NAME = "picture";
    private static final String KEPT = "kept";
    private static final String KEPT_NAME = "kept-name";
    private static final int MAX_NAME_LENGTH = 100;
    private static final Text LABEL = Text.of("Picture");
    private static final int BYTES_PER_MEGABYTE = 1_000_000;
    private static final int PIXELS_PER_MEGAPIXEL = 1_000_000;

    private final Pictures pictures;
    private final PictureDrafts drafts;

    PictureField(Pictures pictures, PictureDrafts drafts) {
        this.pictures = pictures;
        this.drafts = drafts;
    }

    /// A picture and what its file was called.
    record Chosen(ReadPicture picture, String fileName) {}

    /// The picture, if there is one; what is wrong with it is noted.
    Optional<Chosen> read(MemberId owner, Form form, FormReader reading, @Nullable MultipartFile file) {
        if (file != null && !file.isEmpty()) {
            return chosen(reading, file);
        }
        String kept = form.value(KEPT);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Optional<Chosen> found = drafts.find(owner, kept);
        if (found.isEmpty()) {
            reading.refuse(NAME, LABEL, Text.of("Please choose the picture again."));
        }
        return found;
    }

    /// The refused form, which knows the picture that came with it.
    Form keep(MemberId owner, Form refused, Chosen chosen) {
        return refused.with(KEPT, drafts.keep(owner, chosen)).with(KEPT_NAME, chosen.fileName());
    }

    /// The refused form, which came without a picture.
    static Form keepNone(Form refused) {
        return refused.with(KEPT, "");
    }

    /// The update is shared: nothing needs keeping.
    void forget(MemberId owner) {
        drafts.forget(owner);
    }

    private Optional<Chosen> chosen(FormReader reading, MultipartFile file) {
        return switch (outcome(file)) {
            case ReadPictureOutcome.Read(var picture) -> Optional.of(new Chosen(picture, nameOf(file)));
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

    private static Optional<Chosen> refused(FormReader reading, Text why) {
        reading.refuse(NAME, LABEL, why);
        return Optional.empty();
    }

    private ReadPictureOutcome outcome(MultipartFile file) {
        if (file.getSize() > Pictures.MAX_BYTES) {
            return new ReadPictureOutcome.TooManyBytes(Pictures.MAX_BYTES); // without taking it into memory
        }
        try {
            return pictures.read(file.getBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// As its owner knows the file; shown to them alone.
    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return name.codePointCount(0, name.length()) <= MAX_NAME_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME_LENGTH));
    }
}
