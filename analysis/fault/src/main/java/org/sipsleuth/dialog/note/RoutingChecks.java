package org.sipsleuth.dialog.note;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.field.Via;

/// Rules about the route of a message.
final class RoutingChecks {

    private static final int FEW_HOPS = 5;
    private static final int FIRST_SUCCESS = 200;
    private static final int LAST_SUCCESS = 299;

    private RoutingChecks() {}

    static Optional<String> missingContact(ReadMessage context) {
        boolean isInvite = context.method().filter("INVITE"::equals).isPresent();
        boolean isAnswer = context.status() >= FIRST_SUCCESS && context.status() <= LAST_SUCCESS
                && context.sip().cSeq().filter(c -> c.method().equals("INVITE")).isPresent();
        boolean isKnown = context.sip().cut() != SipCut.HEADER;
        return isKnown && (isInvite || isAnswer) && context.sip().contacts().isEmpty()
                ? Optional
                        .of("There is no Contact: the other side does not know where to send what follows (ACK, BYE).")
                : Optional.empty();
    }

    static Optional<String> fewHops(ReadMessage context) {
        if (!context.isRequest()) {
            return Optional.empty();
        }
        return context.sip()
                .header("Max-Forwards")
                .filter(value -> value.length() == 1 && Character.isDigit(value.charAt(0)))
                .map(Integer::parseInt)
                .filter(hops -> hops <= FEW_HOPS)
                .map(hops -> "Max-Forwards is %d: at 0 the next proxy answers 483. It may be looping, or it is a probe."
                        .formatted(hops));
    }

    static Optional<String> loop(ReadMessage context) {
        if (!context.isRequest()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        for (Via via : context.sip().vias()) {
            String sender = via.host().toLowerCase(Locale.ROOT) + ":" + via.port();
            if (!seen.add(sender)) {
                return Optional
                        .of("It passed %s twice: a loop, or a spiral with another target.".formatted(via.host()));
            }
        }
        return Optional.empty();
    }

    static Optional<String> strictRoute(ReadMessage context) {
        return Stream.of("Route", "Record-Route")
                .flatMap(name -> context.sip().headers(name).stream())
                .map(NameAddr::listOf)
                .flatMap(List::stream)
                .filter(route -> isStrict(route))
                .findFirst()
                .map(route -> "The route %s has no lr parameter: a strict router, which rewrites the Request-URI."
                        .formatted(route.uri()));
    }

    private static boolean isStrict(NameAddr route) {
        return route.sipUri()
                .filter(uri -> uri.scheme().startsWith("sip"))
                .map(SipUri::parameters)
                .filter(parameters -> !parameters.containsKey("lr"))
                .isPresent();
    }
}
