package org.wellmet.update;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.connection.PersonWire;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Updates as JSON: what the pages show, no field more.
@Controller
final class UpdateApi {
    private final Updates updates;
    private final Feed feed;
    private final Comments comments;
    private final Problems problems;

    UpdateApi(Updates updates, Feed feed, Comments comments, Problems problems) {
        this.updates = updates;
        this.feed = feed;
        this.comments = comments;
        this.problems = problems;
    }

    @GetMapping("/api/feed")
    @OpenTo(OpenTo.Who.MEMBERS)
    Object feed(Viewer viewer, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
        return feed.page(viewer.id(), before)
                .<Object>map(list -> fresh(
                        new FeedWire(list.updates().stream().map(UpdateWire::of).toList(), list.older())))
                .orElseGet(() -> problems.answer(request, noSuchPlace()));
    }

    @GetMapping("/api/updates/{id:[0-9]{1,18}}")
    @OpenTo(OpenTo.Who.ANYONE)
    Object update(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request) {
        ShownUpdate update = Optional.of(id)
                .filter(value -> value > 0)
                .flatMap(value -> updates.find(viewer, new UpdateId(value)))
                .orElseThrow(NotHere::new);
        return comments.on(viewer, update, before)
                .<Object>map(list -> fresh(new UpdateWithComments(
                        UpdateWire.of(update),
                        list.comments().stream().map(CommentWire::of).toList(),
                        list.earlier())))
                .orElseGet(() -> problems.answer(request, noSuchPlace()));
    }

    private static Problem noSuchPlace() {
        return Problem.refused(
                "before", Text.of("Where the page begins"), Text.of("Send what the page before gave as its next."));
    }

    /// What one may see changes with every block, so nobody keeps it.
    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /// A page of the feed; `older` is the `before` of the next.
    record FeedWire(List<UpdateWire> updates, Optional<String> older) {}

    /// One update and its latest comments; `earlier` is the `before` of those before them.
    record UpdateWithComments(UpdateWire update, List<CommentWire> comments, Optional<String> earlier) {}

    /// An update. `text` is Markdown as it was typed.
    record UpdateWire(
            long id,
            PersonWire author,
            String text,
            String audience,
            Optional<PictureWire> picture,
            Instant sharedAt,
            long usefulCount,
            boolean isUsefulToMe,
            long commentCount) {
        static UpdateWire of(ShownUpdate update) {
            return new UpdateWire(
                    update.id().value(),
                    PersonWire.of(update.author(), update.steps()),
                    update.text(),
                    update.audience().name(),
                    update.picture().map(PictureWire::of),
                    update.postedAt(),
                    update.usefulCount(),
                    update.isUseful(),
                    update.commentCount());
        }
    }

    /// A comment.
    record CommentWire(long id, PersonWire writer, String text, Instant writtenAt) {
        static CommentWire of(ShownComment comment) {
            return new CommentWire(
                    comment.id(), PersonWire.of(comment.writer(), comment.steps()), comment.text(), comment.postedAt());
        }
    }

    /// A picture and what it shows in words.
    record PictureWire(String address, int width, int height, String text) {
        static PictureWire of(ShownUpdate.Picture picture) {
            return new PictureWire(picture.address(), picture.width(), picture.height(), picture.text());
        }
    }
}
