package org.wellmet.mail;

import org.springframework.context.ApplicationContext;
import org.wellmet.worker.Rounds;

/// Lets a test of another feature do the mail worker's rounds itself.
public final class MailRuns {
    private MailRuns() {}

    /// Ends the worker's own rounds.
    public static void byHandOnly(ApplicationContext server) {
        server.getBean("mailRounds", Rounds.class).stop();
    }

    /// Queues what is due, sends what is queued. Two rounds: by a clock that runs, what the first one queues is
    /// due by the next.
    public static void run(ApplicationContext server) {
        MailWorker worker = server.getBean(MailWorker.class);
        worker.runOnce();
        worker.runOnce();
    }
}
