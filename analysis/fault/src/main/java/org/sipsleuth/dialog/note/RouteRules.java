package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rules about the way that requests of a dialog take.
final class RouteRules {

    /// So often a request passes in a loop at least, each time with fewer hops left.
    private static final int FEWEST_PASSES = 10;

    private RouteRules() {}

    /// One request, however often it was captured.
    private record Request(String type, long cseq, String fromTag) {}

    /// Of an ACK after which its 2xx was repeated, so that it did not arrive. Only one that comes
    /// straight from the caller, to a 2xx that came straight to it, has the route that follows from
    /// that 2xx; proxies between remove and rewrite routes.
    static void ack(DialogTrace course, HintRule.Finder finder) {
        List<MessageSummary> all = course.stream().toList();
        for (MessageSummary ack : all) {
            if (!ack.isRequest("ACK") || routing(ack).vias() != 1 || ack.transfer().repeated()) {
                continue;
            }
            all.stream()
                    .filter(each -> each.isSuccess() && each.answers("INVITE"))
                    .filter(each -> each.cseq() == ack.cseq() && each.toTag().equals(ack.toTag()))
                    .filter(each -> each.transfer().destination() == ack.transfer().source())
                    .filter(each -> routing(each).vias() == 1)
                    .filter(each -> isRepeatedAfter(course, each, ack))
                    .findFirst()
                    .ifPresent(answer -> compare(ack, answer, finder));
        }
    }

    private static boolean isRepeatedAfter(DialogTrace course, MessageSummary answer, MessageSummary ack) {
        return course.stream()
                .anyMatch(each -> each.message() > ack.message() && each.status() == answer.status()
                        && each.transfer().transaction() == answer.transfer().transaction());
    }

    private static void compare(MessageSummary ack, MessageSummary answer, HintRule.Finder finder) {
        Routing asked = routing(answer);
        Routing its = routing(ack);
        boolean isCut = isCut(answer) || isCut(ack);
        if (isCut || !asked.isLoose() || asked.target().isEmpty()) {
            return;
        }
        if (!its.route().equals(asked.route())) {
            finder.found(ack.message(),
                    "Its Route (%s) is not the Record-Route of the %d in reverse order (%s): it does not reach the callee."
                            .formatted(text(its), answer.status(), text(asked)));
        } else if (!its.target().equals(asked.target())) {
            finder.found(ack.message(), "Its Request-URI is not the Contact of the %d: it does not reach the callee."
                    .formatted(answer.status()));
        }
    }

    private static String text(Routing routing) {
        return routing.route().isEmpty() ? "none"
                : String.join(", ", routing.route().stream().map(RouteRules::host).toList());
    }

    private static String host(String address) {
        return address.substring(address.indexOf('@') + 1).replaceAll(":-?\\d*$", "");
    }

    private static boolean isCut(MessageSummary message) {
        return message.transfer().carries().headerCut();
    }

    private static Routing routing(MessageSummary message) {
        return message.transfer().carries().routing();
    }

    static void looping(DialogTrace course, HintRule.Finder finder) {
        Map<Request, List<MessageSummary>> passes = new LinkedHashMap<>();
        course.stream()
                .filter(each -> each.isRequest() && hops(each) >= 0)
                .forEach(each -> passes
                        .computeIfAbsent(new Request(each.type(), each.cseq(), each.fromTag()), _ -> new ArrayList<>())
                        .add(each));
        for (List<MessageSummary> each : passes.values()) {
            int most = each.stream().mapToInt(RouteRules::hops).max().orElse(0);
            int least = each.stream().mapToInt(RouteRules::hops).min().orElse(0);
            if (each.stream().mapToInt(RouteRules::hops).distinct().count() >= FEWEST_PASSES) {
                MessageSummary last = each.getLast();
                finder.found(last.message(),
                        "One %s passed %d times with Max-Forwards from %d to %d: it loops between proxies."
                                .formatted(last.type(), each.size(), most, least));
            }
        }
    }

    private static int hops(MessageSummary message) {
        return message.transfer().carries().hops();
    }
}
