package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.visibility.Audience;

/// T13: the same delete, sent many times at once, happens once, and nobody is told of a fault.
class DeleteRaceTest extends UpdateTest {
    private static final int TIMES = 64;

    @Test
    void sixtyFourParallelDeletesOfAnUpdateHaveOneEffect() throws ExecutionException, InterruptedException {
        UpdateId update = share(ada, "Soon gone", Audience.PUBLIC);
        comment(grace, update, "A pity");
        Visitor author = visitor(ada);
        author.get("/test/csrf");

        List<Integer> statuses = inParallel(
                () -> author.post("/updates/" + update.value() + "/delete").status());

        assertHappenedOnce(statuses);
        assertThat(everythingAbout(update)).isEqualTo("0 0 0");
        assertThat(changes(Updates.DELETED, update.value())).isEqualTo(1);
    }

    @Test
    void sixtyFourParallelDeletesOfACommentHaveOneEffect() throws ExecutionException, InterruptedException {
        UpdateId update = share(ada, "Stays", Audience.PUBLIC);
        long comment = comment(grace, update, "Soon gone");
        Visitor writer = visitor(grace);
        writer.get("/test/csrf");

        List<Integer> statuses =
                inParallel(() -> writer.post("/updates/" + update.value() + "/comments/" + comment + "/delete")
                        .status());

        assertHappenedOnce(statuses);
        assertThat(everythingAbout(update)).isEqualTo("1 0 0");
        assertThat(changes(Comments.DELETED, comment)).isEqualTo(1);
    }

    private static List<Integer> inParallel(Callable<Integer> request) throws ExecutionException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(TIMES)) {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(TIMES, request))) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private static void assertHappenedOnce(List<Integer> statuses) {
        assertThat(statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnly(Map.entry(303, 1L), Map.entry(404, TIMES - 1L));
    }

    private long changes(String kind, long subject) {
        return sql.sql("SELECT count(*) FROM change WHERE kind = :kind AND subject_id = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
