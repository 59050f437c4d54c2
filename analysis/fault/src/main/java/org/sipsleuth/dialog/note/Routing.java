package org.sipsleuth.dialog.note;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;

/// Where an ACK to a 2xx goes, or where a 2xx says that it should (RFC 3261 §12.1.2, §12.2.1.1).
///
/// Addresses are `user@host:port` in lower case, without what does not change where a message goes.
///
/// @param target the Request-URI of the ACK, the Contact of the 2xx; empty if it has none
/// @param route Route of the ACK, Record-Route of the 2xx in reverse order
/// @param isLoose whether all of the route has `lr`: strict routers rewrite the Request-URI
/// @param vias how many hops it has passed
record Routing(String target, List<String> route, boolean isLoose, int vias) {

    private static final int DEFAULT_PORT = 5060;

    /// That of all other messages.
    static final Routing NONE = new Routing("", List.of(), true, 0);

    Routing {
        route = List.copyOf(route);
    }

    static Routing of(SipMessage sip) {
        return switch (sip) {
            case SipRequest request when request.method().equals("ACK") ->
                    of(sip, address(request.requestUri()), addresses(sip, "Route"));
            case SipResponse response when isAnswer(response) ->
                    of(sip, response.contacts().stream().findFirst().map(contact -> address(contact.uri())).orElse(""),
                            addresses(sip, "Record-Route").reversed());
            case SipRequest _,SipResponse _ -> NONE;
        };
    }

    private static boolean isAnswer(SipResponse response) {
        return response.statusCode() / 100 == 2
                && response.cSeq().filter(cseq -> cseq.method().equals("INVITE")).isPresent();
    }

    private static Routing of(SipMessage sip, String target, List<NameAddr> route) {
        return new Routing(target, route.stream().map(hop -> address(hop.uri())).toList(),
                route.stream().allMatch(Routing::isLoose), sip.vias().size());
    }

    private static List<NameAddr> addresses(SipMessage sip, String name) {
        return sip.headers(name).stream().map(NameAddr::listOf).flatMap(List::stream).toList();
    }

    private static boolean isLoose(NameAddr hop) {
        return hop.sipUri().filter(uri -> uri.parameters().containsKey("lr")).isPresent();
    }

    private static String address(String uri) {
        Optional<SipUri> its = SipUri.of(uri);
        return its.map(it -> it.user() + "@" + it.host() + ":" + (it.port() < 0 ? DEFAULT_PORT : it.port()))
                .orElse(uri)
                .toLowerCase(Locale.ROOT);
    }
}
