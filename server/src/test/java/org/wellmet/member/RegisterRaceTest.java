package org.wellmet.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wellmet.ServerTest;

/// People of one name may come at the same moment.
class RegisterRaceTest extends ServerTest {
    private static final int PEOPLE = 16;

    @Test
    void sixteenOfOneNameAtOnceBecomeSixteenMembers() throws ExecutionException, InterruptedException {
        Set<String> handles = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            Callable<MemberId> register = () -> aMember("Twin Of Sixteen");
            for (Future<MemberId> registered : threads.invokeAll(Collections.nCopies(PEOPLE, register))) {
                handles.add(members.find(registered.get()).orElseThrow().handle());
            }
        }

        assertThat(handles).hasSize(PEOPLE).contains("twin-of-sixteen", "twin-of-sixteen-16");
    }

    @Test
    void whoIsNamedLikeTheNumberedHandleOfAnotherWaitsToo() throws ExecutionException, InterruptedException {
        Set<String> handles = new HashSet<>();
        aMember("Number Bearer");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<MemberId> named = () -> aMember("Number Bearer");
            Callable<MemberId> numbered = () -> aMember("Number Bearer 2");
            for (Future<MemberId> registered : threads.invokeAll(List.of(named, numbered))) {
                handles.add(members.find(registered.get()).orElseThrow().handle());
            }
        }

        assertThat(handles).hasSize(2).contains("number-bearer-2");
    }
}
