package org.wellmet.operator;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.NetworkSettings;
import org.wellmet.account.Residents;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberStatus;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// The operator's first page: what there is to know and what waits.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class OperatorPages {
    private final Residents residents;
    private final NetworkSettings network;
    private final Outbox outbox;

    OperatorPages(Residents residents, NetworkSettings network, Outbox outbox) {
        this.residents = residents;
        this.network = network;
        this.outbox = outbox;
    }

    /// In the operator's menu.
    @Bean
    static Place operatorPlace() {
        return Place.link(Place.Where.OPERATOR, 10, "/operator", Text.of("Run this server"));
    }

    @GetMapping("/operator")
    ModelAndView show() {
        Map<MemberStatus, Long> counts = residents.counts();
        return Pages.page(
                "operator/overview",
                Map.of(
                        "active", counts.getOrDefault(MemberStatus.ACTIVE, 0L),
                        "waiting", counts.getOrDefault(MemberStatus.WAITING, 0L),
                        "suspended", counts.getOrDefault(MemberStatus.SUSPENDED, 0L),
                        "policy", network.current().joinPolicy(),
                        "hasMailServer", outbox.hasMailServer()));
    }
}
