package org.wellmet.profile;

import java.util.HashMap;
import java.util.List;
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

/// Where members add to, change and shorten the lists of their profile. One page per section, and one per item.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class ItemPages {
    private static final String SECTION =
            "/profile/edit/{section:positions|education|skills|languages|certificates|links}";
    private static final String LIST = "profile/items";
    private static final String ONE = "profile/item";

    private final Profiles profiles;
    private final Pages pages;
    private final ItemForms forms;

    ItemPages(Profiles profiles, Pages pages, ItemForms forms) {
        this.profiles = profiles;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping(SECTION)
    ModelAndView list(@PathVariable String section, Viewer viewer) {
        Map<String, Object> model = model(section(section), viewer);
        model.put("form", Form.empty());
        return Pages.page(LIST, model);
    }

    @PostMapping(SECTION)
    ModelAndView add(@PathVariable String section, Viewer viewer, Form form) {
        Section found = section(section);
        FormReader reader = form.reading();
        List<Item> items = forms.read(found, reader, form);
        if (!items.isEmpty()) {
            switch (profiles.addAll(viewer.id(), found, items)) {
                case AddItemsOutcome.Added added -> {
                    return pages.onTo(
                            address(found),
                            added.count() == 0 ? Text.of("It was there already.") : Text.of("It is added."));
                }
                case AddItemsOutcome.Full full -> refuseFull(reader, found, full.limit());
            }
        }
        return Pages.again(LIST, reader.refused(), model(found, viewer));
    }

    @GetMapping(SECTION + "/{id:[0-9]{1,18}}")
    ModelAndView item(@PathVariable String section, @PathVariable long id, Viewer viewer) {
        Section found = section(section);
        Kept<?> kept = profiles.own(viewer.id()).find(found, id).orElseThrow(NotHere::new);
        Map<String, Object> model = model(found, viewer);
        model.put("id", id);
        model.put("form", ItemForms.of(kept.item()));
        return Pages.page(ONE, model);
    }

    @PostMapping(SECTION + "/{id:[0-9]{1,18}}")
    ModelAndView change(@PathVariable String section, @PathVariable long id, Viewer viewer, Form form) {
        Section found = section(section);
        if (found == Section.SKILLS || profiles.own(viewer.id()).find(found, id).isEmpty()) {
            throw new NotHere(); // a skill is a name: it is taken away and added
        }
        FormReader reader = form.reading();
        Optional<Item> item = forms.read(found, reader, form).stream().findFirst();
        if (item.isPresent()) {
            switch (profiles.change(viewer.id(), id, item.get())) {
                case ChangeItemOutcome.Changed _ -> {
                    return pages.onTo(address(found), Text.of("It is saved."));
                }
                case ChangeItemOutcome.AlreadyThere _ ->
                    reader.refuse(first(found), found.label(), Text.of("Another entry says the same."));
                case ChangeItemOutcome.NotThere _ -> throw new NotHere();
            }
        }
        Map<String, Object> model = model(found, viewer);
        model.put("id", id);
        return Pages.again(ONE, reader.refused(), model);
    }

    @PostMapping(SECTION + "/{id:[0-9]{1,18}}/remove")
    ModelAndView remove(@PathVariable String section, @PathVariable long id, Viewer viewer) {
        Section found = section(section);
        if (!profiles.remove(viewer.id(), found, id)) {
            throw new NotHere();
        }
        return pages.onTo(address(found), Text.of("It is taken away."));
    }

    private Map<String, Object> model(Section section, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("section", section);
        model.put("profile", profiles.own(viewer.id()));
        return model;
    }

    private static void refuseFull(FormReader reader, Section section, int limit) {
        reader.refuse(
                first(section), section.label(), Text.of("This list holds at most {0}. Take one away first.", limit));
    }

    /// The field that a complaint about the whole stands at.
    private static String first(Section section) {
        return switch (section) {
            case POSITIONS -> "title";
            case EDUCATION -> "school";
            case SKILLS -> "skills";
            case LANGUAGES -> "language";
            case CERTIFICATES -> "name";
            case LINKS -> "url";
            case PERSON, ABOUT, GOALS, EMAIL ->
                throw new IllegalArgumentException("section must have items, got " + section);
        };
    }

    private static String address(Section section) {
        return "/profile/edit/" + section.word();
    }

    private static Section section(String word) {
        return Section.of(word).orElseThrow(NotHere::new);
    }
}
