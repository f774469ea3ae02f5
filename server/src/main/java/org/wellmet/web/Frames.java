package org.wellmet.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Assembles the [Frame] of a request, once, from what the features say. Thread-safe.
@Component
final class Frames {
    private static final String ATTRIBUTE = Frame.class.getName();

    private final Assets assets;
    private final Sentences sentences;
    private final LookCookie looks;
    private final Flash flash;
    private final InstantSource clock;
    private final Surroundings surroundings;

    /// What the features tell the frame.
    @Component
    record Surroundings(
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<NetworkName> networkName,
            ObjectProvider<Place> places,
            ObjectProvider<Badge> badges) {}

    Frames(
            Assets assets,
            Sentences sentences,
            LookCookie looks,
            Flash flash,
            InstantSource clock,
            Surroundings surroundings) {
        this.assets = assets;
        this.sentences = sentences;
        this.looks = looks;
        this.flash = flash;
        this.clock = clock;
        this.surroundings = surroundings;
    }

    /// The frame of this request; the same one whenever asked.
    Frame of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Frame frame) {
            return frame;
        }
        Frame frame = assembled(request);
        request.setAttribute(ATTRIBUTE, frame);
        return frame;
    }

    private Frame assembled(HttpServletRequest request) {
        Optional<Me> me = surroundings.signedIn().stream()
                .flatMap(who -> who.me(request).stream())
                .findFirst();
        String path = path(request);
        return new Frame(
                new Frame.House(sentences::say, assets::address, networkName()),
                looks.look(request),
                clock.instant(),
                csrf(request),
                path,
                me,
                places(request, me, path),
                flash.find(request));
    }

    private String networkName() {
        NetworkName named = surroundings.networkName().getIfAvailable();
        return named == null ? "Wellmet" : named.name();
    }

    private Map<Place.Where, List<Stop>> places(HttpServletRequest request, Optional<Me> me, String path) {
        Map<String, Long> counts = me.isEmpty()
                ? Map.of()
                : surroundings.badges().stream()
                        .collect(Collectors.toMap(Badge::place, badge -> badge.count(request), Long::sum));
        Map<Place.Where, List<Stop>> stops = new EnumMap<>(Place.Where.class);
        for (Place.Where where : Place.Where.values()) {
            if (isOffered(where, me)) {
                stops.put(where, stops(where, counts, path));
            }
        }
        return stops;
    }

    private List<Stop> stops(Place.Where where, Map<String, Long> counts, String path) {
        Stream<Place> places = surroundings.places().stream().filter(place -> place.where() == where);
        return places.sorted(Comparator.comparingInt(Place::order))
                .map(place -> new Stop(
                        place,
                        counts.getOrDefault(place.address(), 0L),
                        place.address().equals(path)))
                .toList();
    }

    private static boolean isOffered(Place.Where where, Optional<Me> me) {
        return switch (where) {
            case MAIN, BAR, MENU, MENU_POST -> me.isPresent();
            case OPERATOR -> me.map(Me::isOperator).orElse(false);
            case GUEST -> me.isEmpty();
            case SETTINGS, FOOT -> true;
        };
    }

    private static Csrf csrf(HttpServletRequest request) {
        @Nullable Object found = request.getAttribute(CsrfToken.class.getName());
        return found instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token::getToken)
                : new Csrf("_csrf", () -> "");
    }

    /// The address that the visitor asked for, also while an error page is made for it.
    private static String path(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return first instanceof String path ? path : request.getRequestURI();
    }
}
