package org.sipsleuth.export.anonymize.message;

import java.util.Optional;
import org.sipsleuth.sip.HeaderName;

/// What the words of a header field are, beside its parameters and URIs.
enum FieldKind {
    /// Somebody's: identifiers, hosts, numbers, secrets. That of every field not known better.
    WORDS,
    /// Names of people before URIs.
    ADDRESS,
    /// A station of a request: protocol, host, port.
    VIA,
    /// Words of the protocol, and numbers.
    PROTOCOL,
    /// Numbers, and a method.
    METHOD,
    /// A code, a host, and text for people.
    WARNING,
    /// Text for people as a whole.
    TEXT,
    /// Products with their versions.
    PRODUCT,
    /// A date as RFC 3261 §20.17 writes it.
    DATE,
    /// The length of the body.
    LENGTH;

    /// The kind of a header field.
    static FieldKind of(Optional<HeaderName> name) {
        return name.map(FieldKind::of).orElse(WORDS);
    }

    private static FieldKind of(HeaderName name) {
        return switch (name) {
            case VIA -> VIA;
            case FROM,
                    TO,
                    CONTACT,
                    ROUTE,
                    RECORD_ROUTE,
                    PATH,
                    SERVICE_ROUTE,
                    P_ASSERTED_IDENTITY,
                    P_PREFERRED_IDENTITY,
                    REFER_TO,
                    REFERRED_BY,
                    REPLY_TO,
                    REMOTE_PARTY_ID,
                    DIVERSION,
                    HISTORY_INFO,
                    P_CALLED_PARTY_ID,
                    P_ASSOCIATED_URI,
                    P_SERVED_USER,
                    ALERT_INFO,
                    CALL_INFO,
                    ERROR_INFO ->
                    ADDRESS;
            case CSEQ, RACK -> METHOD;
            case RSEQ,
                    MAX_FORWARDS,
                    EXPIRES,
                    MIN_EXPIRES,
                    MIN_SE,
                    SESSION_EXPIRES,
                    TIMESTAMP,
                    RETRY_AFTER,
                    MAX_BREADTH,
                    FLOW_TIMER,
                    MIME_VERSION,
                    ACCEPT,
                    ACCEPT_ENCODING,
                    ALLOW,
                    ALLOW_EVENTS,
                    SUPPORTED,
                    REQUIRE,
                    PROXY_REQUIRE,
                    UNSUPPORTED,
                    EVENT,
                    CONTENT_TYPE,
                    CONTENT_DISPOSITION,
                    CONTENT_ENCODING,
                    PRIVACY,
                    PRIORITY,
                    SUBSCRIPTION_STATE,
                    REFER_SUB,
                    ANSWER_MODE,
                    PRIV_ANSWER_MODE,
                    P_EARLY_MEDIA,
                    SECURITY_CLIENT,
                    SECURITY_SERVER,
                    SECURITY_VERIFY,
                    REQUEST_DISPOSITION,
                    RECV_INFO,
                    INFO_PACKAGE,
                    SUPPRESS_IF_MATCH,
                    AUTHORIZATION,
                    PROXY_AUTHORIZATION,
                    WWW_AUTHENTICATE,
                    PROXY_AUTHENTICATE,
                    AUTHENTICATION_INFO,
                    REASON,
                    P_ACCESS_NETWORK_INFO,
                    GEOLOCATION_ROUTING,
                    REJECT_CONTACT,
                    ACCEPT_CONTACT,
                    P_ANSWER_STATE ->
                    PROTOCOL;
            case WARNING -> WARNING;
            case SUBJECT, ORGANIZATION -> TEXT;
            case USER_AGENT, SERVER -> PRODUCT;
            case DATE -> DATE;
            case CONTENT_LENGTH -> LENGTH;
            default -> WORDS;
        };
    }
}
