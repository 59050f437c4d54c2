package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sip.HeaderName.AUTHORIZATION;
import static org.sipsleuth.sip.HeaderName.PROXY_AUTHENTICATE;
import static org.sipsleuth.sip.HeaderName.PROXY_AUTHORIZATION;
import static org.sipsleuth.sip.HeaderName.WWW_AUTHENTICATE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.HeaderName;

/// The rules of credentials and challenges that the grammar does not state: which schemes SIP
/// excludes, and which take parameters only.
final class Credentials {

    private static final Pattern SCHEME = Pattern.compile("([^ \\t]+)[ \\t]+(.*)");
    private static final Pattern TOKEN68 = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String DIGEST = "digest";

    /// Schemes of HTTP that authenticate a connection, by tokens.
    private static final Set<String> OF_CONNECTIONS = Set.of("negotiate", "ntlm");

    private Credentials() {}

    static void check(DividedMessage message, Departures departures) {
        for (HeaderName name : List.of(AUTHORIZATION, PROXY_AUTHORIZATION)) {
            message.all(name).forEach(field -> check(field, false, departures));
        }
        for (HeaderName name : List.of(WWW_AUTHENTICATE, PROXY_AUTHENTICATE)) {
            message.all(name).forEach(field -> check(field, true, departures));
        }
    }

    private static void check(MessageField field, boolean isChallenge, Departures departures) {
        Matcher value = SCHEME.matcher(field.value());
        if (!value.matches()) {
            return; // the grammar reports it
        }
        String scheme = value.group(1).toLowerCase(Locale.ROOT);
        boolean isToken = TOKEN68.matcher(value.group(2)).matches();
        if (scheme.equals(BASIC) || (isToken && OF_CONNECTIONS.contains(scheme))) {
            departures.add(Rule.AUTH_SCHEME, field, Sentence.field(field.name()), captured(value.group(1)));
        } else if (isToken && (scheme.equals(DIGEST) || (isChallenge && scheme.equals(BEARER)))) {
            departures.add(Rule.AUTH_TOKEN, field, Sentence.field(field.name()), captured(value.group(1)));
        }
    }
}
