package org.wellmet.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Assembles the [Frame] of a request, once, from what the features say. Thread-safe.
@Component
final class Frames {
    private static final String ATTRIBUTE = Frame.class.getName();
    private static final String UNNAMED = "Wellmet";

    private final Assets assets;
    private final Sentences sentences;
    private final Looks looks;
    private final Flash flash;
    private final InstantSource clock;
    private final Surroundings surroundings;

    /// What the features tell the frame. Asked for once, with the first page: some of them need the frame themselves,
    /// and to look for beans anew on each page cost a twentieth of it.
    @Component
    static final class Surroundings {
        private final Supplier<List<SignedIn>> signedIn;
        private final Supplier<List<NetworkName>> networkNames;
        private final Supplier<List<Place>> places;
        private final Supplier<List<Badge>> badges;

        Surroundings(
                ObjectProvider<SignedIn> signedIn,
                ObjectProvider<NetworkName> networkNames,
                ObjectProvider<Place> places,
                ObjectProvider<Badge> badges) {
            this.signedIn = once(signedIn::stream);
            this.networkNames = once(networkNames::stream);
            this.places = once(() -> places.stream().sorted(Comparator.comparingInt(Place::order)));
            this.badges = once(badges::stream);
        }

        private static <T> Supplier<List<T>> once(Supplier<Stream<T>> beans) {
            return SingletonSupplier.of(() -> beans.get().toList());
        }
    }

    Frames(
            Assets assets,
            Sentences sentences,
            Looks looks,
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

    /// Makes the frame of this request one for the page of a problem. A member keeps the navigation where nothing is
    /// to be found.
    void ofProblem(HttpServletRequest request, HttpStatus status) {
        if (status != HttpStatus.NOT_FOUND || of(request).me().isEmpty()) {
            plain(request, status.is5xxServerError());
        }
    }

    /// Makes it one without a member, which says nothing of who looks. When the fault is ours it asks no feature
    /// anything, for the next question might fail as the one before.
    void plain(HttpServletRequest request, boolean isOurFault) {
        Look look = isOurFault ? Looks.lookWithoutMember(request) : looks.look(request);
        request.setAttribute(ATTRIBUTE, frame(request, isOurFault ? UNNAMED : networkName(), look, null));
    }

    private Frame assembled(HttpServletRequest request) {
        Optional<Me> me = surroundings.signedIn.get().stream()
                .flatMap(who -> who.me(request).stream())
                .findFirst();
        return frame(request, networkName(), looks.look(request), me.orElse(null));
    }

    private Frame frame(HttpServletRequest request, String networkName, Look look, @Nullable Me me) {
        return new Frame(
                new Frame.House(sentences::say, assets::address, networkName),
                look,
                clock.instant(),
                csrf(request),
                address(request),
                Optional.ofNullable(me),
                where -> isOffered(where, me) ? stops(where, request, me != null) : List.of(),
                flash.find(request));
    }

    private String networkName() {
        List<NetworkName> names = surroundings.networkNames.get();
        return names.isEmpty() ? UNNAMED : names.getFirst().name();
    }

    private List<Stop> stops(Place.Where where, HttpServletRequest request, boolean isCounted) {
        String path = path(request);
        return surroundings.places.get().stream()
                .filter(place -> place.where() == where)
                .map(place -> new Stop(
                        place,
                        isCounted ? count(place, request) : 0,
                        place.address().equals(path)))
                .toList();
    }

    private long count(Place place, HttpServletRequest request) {
        return surroundings.badges.get().stream()
                .filter(badge -> badge.place().equals(place.address()))
                .mapToLong(badge -> badge.count(request))
                .sum();
    }

    private static boolean isOffered(Place.Where where, @Nullable Me me) {
        return switch (where) {
            case MAIN, BAR, MENU, MENU_POST, NETWORK, CARD, SETTINGS -> me != null;
            case OPERATOR, RUNNING -> me != null && me.isOperator();
            case GUEST -> me == null;
            case FOOT -> true;
        };
    }

    private static Csrf csrf(HttpServletRequest request) {
        @Nullable Object found = request.getAttribute(CsrfToken.class.getName());
        return found instanceof CsrfToken token
                ? new Csrf(token::getParameterName, token::getToken)
                : new Csrf(() -> "_csrf", () -> "");
    }

    /// The path that the visitor asked for, with the query where that can be come back to.
    private static String address(HttpServletRequest request) {
        boolean isError = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String;
        @Nullable
        Object query = isError ? request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) : request.getQueryString();
        String address = query instanceof String asked ? path(request) + "?" + asked : path(request);
        return Pages.isOurs(address) ? address : path(request);
    }

    /// The path that the visitor asked for, also while an error page is made for it; "/" where the container could
    /// read none.
    static String path(HttpServletRequest request) {
        @Nullable Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        @Nullable Object own = request.getRequestURI();
        return first instanceof String path ? path : own instanceof String path ? path : "/";
    }
}
