package org.sipsleuth.export.anonymize.message;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.sip.HeaderName;

/// What the words of a header field are, beside its parameters and URIs.
enum FieldKind {
    /// Somebody's: identifiers, hosts, numbers, secrets. That of every field not known better.
    WORDS,
    /// Names of people before URIs.
    ADDRESS(
            HeaderName.FROM,
            HeaderName.TO,
            HeaderName.CONTACT,
            HeaderName.ROUTE,
            HeaderName.RECORD_ROUTE,
            HeaderName.PATH,
            HeaderName.SERVICE_ROUTE,
            HeaderName.P_ASSERTED_IDENTITY,
            HeaderName.P_PREFERRED_IDENTITY,
            HeaderName.REFER_TO,
            HeaderName.REFERRED_BY,
            HeaderName.REPLY_TO,
            HeaderName.REMOTE_PARTY_ID,
            HeaderName.DIVERSION,
            HeaderName.HISTORY_INFO,
            HeaderName.P_CALLED_PARTY_ID,
            HeaderName.P_ASSOCIATED_URI,
            HeaderName.P_SERVED_USER,
            HeaderName.ALERT_INFO,
            HeaderName.CALL_INFO,
            HeaderName.ERROR_INFO),
    /// A station of a request: protocol, host, port.
    VIA(HeaderName.VIA),
    /// Words of the protocol, and numbers.
    PROTOCOL(
            HeaderName.RSEQ,
            HeaderName.MAX_FORWARDS,
            HeaderName.EXPIRES,
            HeaderName.MIN_EXPIRES,
            HeaderName.MIN_SE,
            HeaderName.SESSION_EXPIRES,
            HeaderName.TIMESTAMP,
            HeaderName.RETRY_AFTER,
            HeaderName.MAX_BREADTH,
            HeaderName.FLOW_TIMER,
            HeaderName.MIME_VERSION,
            HeaderName.ACCEPT,
            HeaderName.ACCEPT_ENCODING,
            HeaderName.ALLOW,
            HeaderName.ALLOW_EVENTS,
            HeaderName.SUPPORTED,
            HeaderName.REQUIRE,
            HeaderName.PROXY_REQUIRE,
            HeaderName.UNSUPPORTED,
            HeaderName.EVENT,
            HeaderName.CONTENT_TYPE,
            HeaderName.CONTENT_DISPOSITION,
            HeaderName.CONTENT_ENCODING,
            HeaderName.PRIVACY,
            HeaderName.PRIORITY,
            HeaderName.SUBSCRIPTION_STATE,
            HeaderName.REFER_SUB,
            HeaderName.ANSWER_MODE,
            HeaderName.PRIV_ANSWER_MODE,
            HeaderName.P_EARLY_MEDIA,
            HeaderName.SECURITY_CLIENT,
            HeaderName.SECURITY_SERVER,
            HeaderName.SECURITY_VERIFY,
            HeaderName.REQUEST_DISPOSITION,
            HeaderName.RECV_INFO,
            HeaderName.INFO_PACKAGE,
            HeaderName.SUPPRESS_IF_MATCH,
            HeaderName.AUTHORIZATION,
            HeaderName.PROXY_AUTHORIZATION,
            HeaderName.WWW_AUTHENTICATE,
            HeaderName.PROXY_AUTHENTICATE,
            HeaderName.AUTHENTICATION_INFO,
            HeaderName.REASON,
            HeaderName.P_ACCESS_NETWORK_INFO,
            HeaderName.GEOLOCATION_ROUTING,
            HeaderName.REJECT_CONTACT,
            HeaderName.ACCEPT_CONTACT,
            HeaderName.P_ANSWER_STATE),
    /// Numbers, and a method.
    METHOD(HeaderName.CSEQ, HeaderName.RACK),
    /// A code, a host, and text for people.
    WARNING(HeaderName.WARNING),
    /// Text for people as a whole.
    TEXT(HeaderName.SUBJECT, HeaderName.ORGANIZATION),
    /// Products with their versions.
    PRODUCT(HeaderName.USER_AGENT, HeaderName.SERVER),
    /// A date as RFC 3261 §20.17 writes it.
    DATE(HeaderName.DATE),
    /// The length of the body.
    LENGTH(HeaderName.CONTENT_LENGTH);

    private static final Map<HeaderName, FieldKind> BY_NAME = new EnumMap<>(HeaderName.class);

    static {
        for (FieldKind kind : values()) {
            kind.names.forEach(name -> BY_NAME.put(name, kind));
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<HeaderName> names;

    FieldKind(HeaderName... names) {
        this.names = Set.of(names);
    }

    /// The kind of a header field.
    static FieldKind of(Optional<HeaderName> name) {
        return name.map(BY_NAME::get).orElse(WORDS);
    }
}
