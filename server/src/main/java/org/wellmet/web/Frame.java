package org.wellmet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every template is handed: who looks, in which language, theme and zone, what the bars hold, and how things are
/// said.
///
/// `address` is what the visitor asked for: path and query.
///
/// Each page's template begins with `@param Frame frame`; [Pages] fills it in. For one request, confined to its
/// thread.
public record Frame(
        House house,
        Look look,
        Instant now,
        Csrf csrf,
        String address,
        Optional<Me> me,
        Stops offered,
        Optional<Said> said) {

    /// The texts, files and name that are the same for every request.
    public record House(Saying saying, Filing filing, String networkName) {}

    /// Translates.
    @FunctionalInterface
    public interface Saying {
        /// The sentence in that language.
        String say(Language language, String english, List<String> arguments);
    }

    /// Knows where the static files are.
    @FunctionalInterface
    public interface Filing {
        /// The address of one of them.
        String address(String name);
    }

    /// What the parts of the frame offer this viewer; found out when a template asks, for counting costs queries.
    @FunctionalInterface
    public interface Stops {
        /// In the order in which they are shown.
        List<Stop> at(Place.Where where);
    }

    /// A notice left by the request before, shown once.
    public record Said(Text text, boolean isGood) {}

    /// The sentence in the viewer's language; `{0}` and so on are filled with names as they are, numbers and
    /// dates as spoken. The result is plain text, to be escaped where it is written, as jte does.
    public String say(String english, Object... arguments) {
        return said(english, List.of(arguments));
    }

    /// The same for a text made elsewhere.
    public String say(Text text) {
        return said(text.english(), text.arguments());
    }

    /// One of two sentences by number, `{0}` being the number. French counts 0 as one, English does not.
    public String count(long number, String one, String other, Object... more) {
        boolean isOne = language() == Language.FRENCH ? Math.abs(number) < 2 : number == 1;
        List<Object> arguments = new ArrayList<>();
        arguments.add(number);
        arguments.addAll(List.of(more));
        return said(isOne ? one : other, arguments);
    }

    /// With the language's own marks: 6,214 or 6 214.
    public String number(long value) {
        return Spoken.number(language(), value);
    }

    /// As people say it: today, yesterday, Friday, 3 June, 3 June 2024.
    public String date(Instant at) {
        return date(Spoken.at(at, look.zone()).toLocalDate());
    }

    /// The same for a day that has no hour.
    public String date(LocalDate day) {
        return Spoken.date(language(), day, Spoken.at(now, look.zone()).toLocalDate());
    }

    /// Day, month and year, whatever day it is.
    public String fullDate(LocalDate day) {
        return Spoken.fullDate(language(), day);
    }

    /// The day, and on the day itself and the one before the hour, too: today, 3:10 pm.
    public String moment(Instant at) {
        var then = Spoken.at(at, look.zone());
        boolean isRecent = then.toLocalDate()
                .isAfter(Spoken.at(now, look.zone()).toLocalDate().minusDays(2));
        return isRecent ? date(at) + ", " + Spoken.time(language(), then) : date(at);
    }

    /// Day, year and hour, for titles and lists of sessions.
    public String exactly(Instant at) {
        var then = Spoken.at(at, look.zone());
        return Spoken.fullDate(language(), then.toLocalDate()) + ", " + Spoken.time(language(), then);
    }

    /// For `<time datetime>`.
    public String datetime(Instant at) {
        return Spoken.at(at, look.zone()).toOffsetDateTime().toString();
    }

    /// The address of a static file.
    public String asset(String name) {
        return house.filing().address(name);
    }

    /// The viewer's language.
    public Language language() {
        return look.language();
    }

    /// The language that the viewer does not have.
    public Language otherLanguage() {
        return language() == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
    }

    /// What this server's community is called.
    public String networkName() {
        return house.networkName();
    }

    /// Whether a member is signed in.
    public boolean isSignedIn() {
        return me.isPresent();
    }

    /// What one part of the frame offers this viewer.
    public List<Stop> stops(Place.Where where) {
        return offered.at(where);
    }

    private String said(String english, List<Object> arguments) {
        String sentence = house.saying()
                .say(language(), english, arguments.stream().map(this::spoken).toList());
        boolean namesDay = arguments.stream().anyMatch(each -> each instanceof Instant || each instanceof LocalDate);
        return namesDay ? Spoken.contracted(language(), sentence) : sentence;
    }

    private String spoken(Object argument) {
        return switch (argument) {
            case Text text -> say(text);
            case Translated name -> name.in(language());
            case Instant at -> date(at);
            case LocalDate day -> date(day);
            case Number value -> Spoken.number(language(), value);
            default -> argument.toString();
        };
    }
}
