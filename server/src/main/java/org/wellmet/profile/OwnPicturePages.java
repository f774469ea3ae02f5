package org.wellmet.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.picture.Pictures;
import org.wellmet.picture.ReadPicture;
import org.wellmet.picture.ReadPictureOutcome;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// Where members put up a picture of themselves, or take it down.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/profile/edit/picture")
final class OwnPicturePages {
    private static final String TEMPLATE = "profile/picture";
    private static final String ADDRESS = "/profile/edit/picture";

    private final Profiles profiles;
    private final Pictures pictures;
    private final Transactions transactions;
    private final Pages pages;

    OwnPicturePages(Profiles profiles, Pictures pictures, Transactions transactions, Pages pages) {
        this.profiles = profiles;
        this.pictures = pictures;
        this.transactions = transactions;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(Viewer viewer) {
        return Pages.page(TEMPLATE, Map.of("profile", profiles.own(viewer.id()), "form", Form.empty()));
    }

    @PostMapping
    ModelAndView upload(Viewer viewer, @RequestParam("picture") MultipartFile file) {
        return switch (read(file)) {
            case ReadPictureOutcome.Read read -> keep(viewer.id(), read.picture());
            case ReadPictureOutcome.TooManyBytes tooMany ->
                refused(
                        viewer,
                        Text.of(
                                "The file has more than {0} MB. Choose a smaller one.",
                                tooMany.maxBytes() / 1_000_000));
            case ReadPictureOutcome.TooManyPixels _ ->
                refused(viewer, Text.of("The picture has too many pixels. Choose a smaller one."));
            case ReadPictureOutcome.NotAPicture _ ->
                refused(viewer, Text.of("This is no JPEG, PNG or GIF that we can read. Choose another file."));
            case ReadPictureOutcome.Busy _ ->
                refused(viewer, Text.of("Too many pictures arrive at this moment. Try again in a minute."));
        };
    }

    @PostMapping("/remove")
    ModelAndView remove(Viewer viewer) {
        transactions.run(() -> {
            Optional<Long> old = profiles.own(viewer.id()).member().pictureId();
            profiles.takePictureDown(viewer.id());
            old.ifPresent(id -> pictures.delete(viewer.id(), id));
        });
        return pages.onTo(ADDRESS, Text.of("Your picture is taken down."));
    }

    private ModelAndView keep(MemberId member, ReadPicture picture) {
        transactions.run(() -> {
            Optional<Long> old = profiles.own(member).member().pictureId();
            profiles.showPicture(member, pictures.store(member, picture));
            old.ifPresent(id -> pictures.delete(member, id));
        });
        return pages.onTo(ADDRESS, Text.of("Your picture is up."));
    }

    private ReadPictureOutcome read(MultipartFile file) {
        try {
            return file.getSize() > Pictures.MAX_BYTES
                    ? new ReadPictureOutcome.TooManyBytes(Pictures.MAX_BYTES)
                    : pictures.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView refused(Viewer viewer, Text why) {
        FormReader reader = Form.empty().reading();
        reader.refuse("picture", Text.of("Your picture"), why);
        return Pages.again(TEMPLATE, reader.refused(), Map.of("profile", profiles.own(viewer.id())));
    }
}
