package org.wellmet.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wellmet.demo.DemoPerson.Post;
import org.wellmet.profile.Brought;
import org.wellmet.profile.Education;
import org.wellmet.profile.Item;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Position;
import org.wellmet.profile.Skill;
import org.wellmet.profile.SpokenLanguage;
import org.wellmet.profile.SpokenLanguage.Fluency;
import org.wellmet.profile.Term;
import org.wellmet.profile.Words;

/// Puts a person of the demo into the words of a profile.
final class DemoProfiles {
    private static final int MONTHS = 12;
    private static final int YEARS_OF_STUDY = 3;

    private DemoProfiles() {}

    static Brought of(DemoPerson person) {
        List<Item> items = new ArrayList<>();
        person.posts().forEach(post -> items.add(position(person, post)));
        items.add(new Education(
                Term.of(person.school()),
                "",
                new Period(
                        Optional.of(MonthOrYear.of(person.graduation() - YEARS_OF_STUDY)),
                        Optional.of(MonthOrYear.of(person.graduation()))),
                ""));
        person.skills().forEach(skill -> items.add(new Skill(Skill.Kind.SKILL, Term.of(skill))));
        person.topics().forEach(topic -> items.add(new Skill(Skill.Kind.TOPIC, Term.of(topic))));
        person.languages().forEach(language -> items.add(new SpokenLanguage(Term.of(language), Fluency.NOT_SAID)));
        Words words = new Words(
                "",
                Term.of(person.area()),
                "",
                person.looksFor().orElse(""),
                person.offers().orElse(""));
        return new Brought(person.headline(), words, items);
    }

    private static Position position(DemoPerson person, Post post) {
        Term area = post.isHeld() ? Term.of(person.area()) : Term.NONE;
        Period period = new Period(
                Optional.of(month(post.from())), post.isHeld() ? Optional.empty() : Optional.of(month(post.to())));
        return new Position(Term.of(post.title()), post.organisation(), area, period, "");
    }

    private static MonthOrYear month(int month) {
        return new MonthOrYear(month / MONTHS, month % MONTHS + 1);
    }
}
