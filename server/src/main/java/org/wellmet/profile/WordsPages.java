package org.wellmet.profile;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.Members;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.vocabulary.Kind;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// Where members change what they say of themselves in a sentence or two, their address, and who sees what.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class WordsPages {
    private static final String HUB = "/profile/edit";
    private static final String PERSON = "profile/person";
    private static final String ABOUT = "profile/about";
    private static final String GOALS = "profile/goals";
    private static final String ADDRESS = "profile/address";
    private static final String MODEL_PROFILE = "profile";

    private final Profiles profiles;
    private final Members members;
    private final Pages pages;
    private final ItemForms forms;

    WordsPages(Profiles profiles, Members members, Pages pages, ItemForms forms) {
        this.profiles = profiles;
        this.members = members;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping(HUB)
    ModelAndView hub(Viewer viewer) {
        Profile profile = profiles.own(viewer.id());
        return Pages.page("profile/edit", Map.of(MODEL_PROFILE, profile, "hints", Hint.of(profile)));
    }

    // ---- who I am

    @GetMapping(HUB + "/person")
    ModelAndView person(Viewer viewer) {
        Profile profile = profiles.own(viewer.id());
        Form form = Form.empty()
                .with("name", profile.member().name())
                .with("headline", profile.member().headline())
                .with("pronouns", profile.words().pronouns())
                .with("area", profile.words().area().text())
                .with("area-id", profile.words().area().id().orElse(""));
        return Pages.page(PERSON, Map.of(MODEL_PROFILE, profile, "form", form));
    }

    @PostMapping(HUB + "/person")
    ModelAndView savePerson(Viewer viewer, Form form) {
        FormReader reader = form.reading();
        String name = reader.required("name", Text.of("Name"), Members.NAME_MAX_LENGTH);
        String headline = reader.optional("headline", Text.of("Headline"), Members.HEADLINE_MAX_LENGTH);
        String pronouns = reader.optional("pronouns", Text.of("Pronouns"), Words.MAX_PRONOUNS_LENGTH);
        String area = reader.optional("area", Text.of("Area"), Words.MAX_AREA_LENGTH);
        if (reader.isRefused()) {
            return again(PERSON, viewer, reader);
        }
        profiles.introduce(
                viewer.id(), oneLine(name), oneLine(headline), pronouns, forms.term(Kind.CITY, area, form, "area-id"));
        return saved(viewer);
    }

    // ---- about

    @GetMapping(HUB + "/about")
    ModelAndView about(Viewer viewer) {
        Profile profile = profiles.own(viewer.id());
        Form form = Form.empty().with("about", profile.words().about());
        return Pages.page(ABOUT, Map.of(MODEL_PROFILE, profile, "form", form));
    }

    @PostMapping(HUB + "/about")
    ModelAndView saveAbout(Viewer viewer, Form form) {
        FormReader reader = form.reading();
        String about = reader.optional("about", Text.of("About"), Words.MAX_ABOUT_LENGTH);
        if (reader.isRefused()) {
            return again(ABOUT, viewer, reader);
        }
        profiles.describe(viewer.id(), about);
        return saved(viewer);
    }

    // ---- goals

    @GetMapping(HUB + "/goals")
    ModelAndView goals(Viewer viewer) {
        Profile profile = profiles.own(viewer.id());
        Form form = Form.empty()
                .with("looks-for", profile.words().looksFor())
                .with("offers", profile.words().offers());
        return Pages.page(GOALS, Map.of(MODEL_PROFILE, profile, "form", form));
    }

    @PostMapping(HUB + "/goals")
    ModelAndView saveGoals(Viewer viewer, Form form) {
        FormReader reader = form.reading();
        String looksFor = reader.optional("looks-for", Text.of("I look for"), Words.MAX_GOAL_LENGTH);
        String offers = reader.optional("offers", Text.of("I offer"), Words.MAX_GOAL_LENGTH);
        if (reader.isRefused()) {
            return again(GOALS, viewer, reader);
        }
        profiles.aim(viewer.id(), looksFor, offers);
        return saved(viewer);
    }

    // ---- address

    @GetMapping(HUB + "/address")
    ModelAndView address(Viewer viewer) {
        Profile profile = profiles.own(viewer.id());
        Form form = Form.empty().with("handle", profile.member().handle());
        form = profile.member().isPublic() ? form.with("public", "yes") : form;
        form = profile.isIndexed() ? form.with("indexed", "yes") : form;
        return Pages.page(ADDRESS, Map.of(MODEL_PROFILE, profile, "form", form));
    }

    @PostMapping(HUB + "/address")
    ModelAndView saveAddress(Viewer viewer, Form form) {
        FormReader reader = form.reading();
        Text label = Text.of("Address of your profile");
        String typed = reader.required("handle", label, Handle.MAX_LENGTH);
        Optional<Handle> handle = Handle.parse(typed);
        if (handle.isEmpty()) {
            reader.refuse("handle", label, Text.of("3 to 40 of a to z, 0 to 9 and hyphens between them."));
        }
        if (reader.isRefused() || handle.isEmpty()) {
            return again(ADDRESS, viewer, reader);
        }
        Member before = members.find(viewer.id()).orElseThrow(NotHere::new);
        boolean isOther = !handle.get().value().equals(before.handle());
        if (isOther && !members.changeHandle(viewer.id(), handle.get())) {
            reader.refuse("handle", label, Text.of("Somebody else has or had this address."));
            return again(ADDRESS, viewer, reader);
        }
        profiles.open(viewer.id(), reader.isTicked("public"), reader.isTicked("indexed"));
        return saved(viewer);
    }

    // ---- who sees what

    @GetMapping(HUB + "/email")
    ModelAndView email(Viewer viewer) {
        return Pages.page("profile/email", Map.of(MODEL_PROFILE, profiles.own(viewer.id())));
    }

    @PostMapping(HUB + "/{section}/audience")
    ModelAndView show(@PathVariable String section, Viewer viewer, Form form) {
        Section found = Section.of(section).orElseThrow(NotHere::new);
        FormReader reader = form.reading();
        Optional<Audience> audience = reader.choice("audience", Text.of("Who sees this"), Audiences::of);
        if (audience.isEmpty()) {
            throw new NotHere();
        }
        profiles.show(viewer.id(), found, audience.get());
        return pages.onTo(HUB + "/" + found.word(), Text.of("Who sees this is saved. It holds from now on."));
    }

    private ModelAndView again(String template, Viewer viewer, FormReader reader) {
        return Pages.again(template, reader.refused(), Map.of(MODEL_PROFILE, profiles.own(viewer.id())));
    }

    private ModelAndView saved(Viewer viewer) {
        Member member = members.find(viewer.id()).orElseThrow(NotHere::new);
        return pages.onTo(PublicAddress.path(member), Text.of("Your profile is saved."));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
