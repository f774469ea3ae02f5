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

    /// One round: queues what is due, sends what is queued.
    public static void run(ApplicationContext server) {
        server.getBean(MailWorker.class).runOnce();
    }
}
