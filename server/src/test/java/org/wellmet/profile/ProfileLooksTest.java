package org.wellmet.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// The pages of a profile and the field that suggests, in a real browser.
class ProfileLooksTest extends BrowserTest {
    @Autowired
    private Profiles profiles;

    private MemberId ingrid() {
        MemberId ingrid = aMember("Ingrid Solheim");
        profiles.introduce(
                ingrid,
                "Ingrid Solheim",
                "Marine data lead at Tidewright Instruments",
                "she/her",
                new Term("Halifax, Nova Scotia, Canada", Optional.of("6324729")));
        profiles.describe(
                ingrid,
                "I look after the measurements of **140 buoys** between Yarmouth and Nain, and after the people who read"
                        + " them.\n\n- Before that I counted cod for nine years.\n- I like records that admit what they"
                        + " do not know.");
        profiles.aim(
                ingrid,
                "Somebody to teach an evening course on time series with her\nA French-speaking technician",
                "Access to tide data for research");
        Stream.of(
                        new Position(
                                Term.of("Marine data lead"),
                                "Tidewright Instruments",
                                Term.of("Halifax, Nova Scotia, Canada"),
                                new Period(Optional.of(new MonthOrYear(2020, 1)), Optional.empty()),
                                "A team of six. Publishes the tide record of Atlantic Canada’s small harbours, gaps"
                                        + " included."),
                        new Position(
                                Term.of("Stock assessment biologist"),
                                "Grand Banks Survey",
                                Term.NONE,
                                new Period(
                                        Optional.of(new MonthOrYear(2011, 5)), Optional.of(new MonthOrYear(2019, 12))),
                                ""),
                        new Education(
                                Term.of("Fundy Shore Polytechnic"),
                                "Master’s degree, oceanography",
                                new Period(Optional.of(MonthOrYear.of(2009)), Optional.of(MonthOrYear.of(2011))),
                                ""),
                        new Skill(Skill.Kind.SKILL, Term.of("Time series")),
                        new Skill(Skill.Kind.SKILL, Term.of("Ocean data")),
                        new Skill(Skill.Kind.SKILL, Term.of("Fisheries science")),
                        new Skill(Skill.Kind.TOPIC, Term.of("Tides")),
                        new SpokenLanguage(Term.of("Norwegian"), SpokenLanguage.Fluency.NATIVE),
                        new SpokenLanguage(Term.of("English"), SpokenLanguage.Fluency.FULL),
                        new Certificate(
                                "Hydrographic surveyor, category B",
                                "Harbour Board",
                                "HB-4410",
                                WebAddress.parse("https://harbour.example/check"),
                                new Period(Optional.of(new MonthOrYear(2019, 6)), Optional.of(MonthOrYear.of(2029)))),
                        new Link(
                                WebAddress.parse("https://tides.example/ingrid").orElseThrow(), "Tide tables"))
                .forEach(item -> profiles.add(ingrid, item));
        return ingrid;
    }

    private String path(MemberId member) {
        return "/in/" + members.find(member).map(Member::handle).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void aProfileIsAccessibleToAllWhoReadIt(Screen screen) {
        MemberId ingrid = ingrid();
        MemberId noor = aMember("Noor Haddad");
        MemberId rajan = aMember("Rajan Pillai");
        profiles.introduce(rajan, "Rajan Pillai", "Instrument maker", "", Term.NONE);
        connected(noor, rajan);
        connected(rajan, ingrid);
        profiles.add(noor, new Skill(Skill.Kind.SKILL, Term.of("time series")));
        profiles.open(ingrid, true, true);
        profiles.show(ingrid, Section.POSITIONS, Audience.PUBLIC);

        look(as(noor, screen), path(ingrid), "other", screen);
        look(as(ingrid, screen), path(ingrid), "own", screen);
        look(as(ingrid, screen), path(ingrid) + "?as=public", "as-public", screen);
        look(as(rajan, screen), path(rajan), "bare", screen);
        look(asStranger(screen), path(ingrid), "stranger", screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void thePagesThatChangeAProfileAreAccessible(Screen screen) {
        MemberId ingrid = ingrid();
        Page page = as(ingrid, screen);
        look(page, "/profile/edit", "edit", screen);
        for (String part : List.of("person", "about", "goals", "picture", "address", "email")) {
            look(page, "/profile/edit/" + part, part, screen);
        }
        for (String part : List.of("positions", "education", "skills", "languages", "certificates", "links")) {
            look(page, "/profile/edit/" + part, part, screen);
        }
        look(
                page,
                "/profile/edit/positions/"
                        + profiles.own(ingrid).positions().getFirst().id(),
                "position",
                screen);
        look(page, "/attribution", "attribution", screen);
        page.navigate("/profile/edit/positions");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertAccessible(page);
        picture(page, "profile-refused-" + screen);
    }

    @Test
    void aCityIsChosenWithTheKeyboardAlone() {
        MemberId ada = aMember("Ada Lovelace");
        Page page = as(ada, Screen.WIDE_LIGHT);
        page.navigate("/profile/edit/person");
        Locator area = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Area"));
        area.focus();
        page.keyboard().type("halif");
        Locator options = offers(page);
        assertThat(options.first()).containsText("Halifax");
        assertThat(area).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        assertThat(area).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
        assertAccessible(page);
        picture(page, "typeahead");
        page.keyboard().press("Escape");
        assertThat(options).hasCount(0);
        assertThat(area).hasValue("halif");
        page.keyboard().press("ArrowDown");
        assertThat(options.first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(area).hasValue("Halifax, Nova Scotia, Canada");
        assertThat(area).hasAttribute("aria-expanded", "false");
        page.keyboard().press("Enter");
        page.waitForURL("**" + path(ada));

        assertThat(profiles.own(ada).words().area().id()).hasValue("6324729");
    }

    @Test
    void aChosenIdIsForgottenWhenOneTypesOn() {
        MemberId ada = aMember("Ada Lovelace");
        Page page = as(ada, Screen.NARROW_DARK);
        page.navigate("/profile/edit/person");
        Locator area = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Area"));
        area.pressSequentially("halif");
        offers(page).first().click();
        assertThat(page.locator("[name=area-id]")).hasValue("6324729");
        area.fill("Where the ferry lands");
        assertThat(page.locator("[name=area-id]")).hasValue("");
    }

    @Test
    void skillsAreCompletedOneByOne() {
        MemberId ada = aMember("Ada Lovelace");
        Page page = as(ada, Screen.WIDE_DARK);
        page.navigate("/profile/edit/skills");
        Locator skills = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Skills"));
        skills.pressSequentially("k8s");
        assertThat(offers(page).first()).hasText("Kubernetes");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        skills.pressSequentially(", tide tables");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertThat(page.getByText("It is added.")).isVisible();
        assertThat(profiles.own(ada).skills(Skill.Kind.SKILL))
                .extracting(kept -> kept.item().name().text())
                .containsExactly("Kubernetes", "tide tables");
    }

    /// What is offered under the field that has the focus, and not the options of some select.
    private static Locator offers(Page page) {
        return page.getByRole(AriaRole.LISTBOX).and(page.locator(".offers")).getByRole(AriaRole.OPTION);
    }

    private void look(Page page, String address, String name, Screen screen) {
        page.navigate(address);
        assertAccessible(page);
        picture(page, "profile-" + name + "-" + screen);
    }
}
