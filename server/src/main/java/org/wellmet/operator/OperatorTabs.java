package org.wellmet.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wellmet.account.Residents;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberStatus;
import org.wellmet.web.Badge;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// The tabs of the operator's pages, and how much waits behind two of them.
@Configuration(proxyBeanMethods = false)
class OperatorTabs {
    private static final String WAITING = "/operator/waiting";
    private static final String MAILS = "/operator/mails";

    private final Residents residents;
    private final Outbox outbox;

    OperatorTabs(Residents residents, Outbox outbox) {
        this.residents = residents;
        this.outbox = outbox;
    }

    @Bean
    static Place overviewTab() {
        return tab(10, "/operator", Text.of("Overview"));
    }

    @Bean
    static Place waitingTab() {
        return tab(20, WAITING, Text.of("Waiting"));
    }

    @Bean
    static Place linksTab() {
        return tab(30, "/operator/links", Text.of("Join links"));
    }

    @Bean
    static Place membersTab() {
        return tab(40, "/operator/members", Text.of("Members"));
    }

    @Bean
    static Place mailsTab() {
        return tab(50, MAILS, Text.of("Mails"));
    }

    @Bean
    static Place networkTab() {
        return tab(60, "/operator/network", Text.of("Network"));
    }

    @Bean
    Badge waitingBadge() {
        return new Count(WAITING, () -> residents.counts().getOrDefault(MemberStatus.WAITING, 0L));
    }

    @Bean
    Badge mailsBadge() {
        return new Count(MAILS, outbox::lyingCount);
    }

    private static Place tab(int order, String address, Text label) {
        return Place.link(Place.Where.RUNNING, order, address, label);
    }

    /// Asked for operators only: nobody else is offered these places.
    private record Count(String place, LongSupplier waiting) implements Badge {
        @Override
        public long count(HttpServletRequest request) {
            return waiting.getAsLong();
        }
    }
}
