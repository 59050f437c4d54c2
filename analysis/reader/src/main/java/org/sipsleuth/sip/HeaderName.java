package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.field.SipGrammar;

/// The header fields that are known by name: those of the IANA register of SIP parameters, and
/// a few that are often met without being registered.
public enum HeaderName {
    ACCEPT("Accept"),
    ACCEPT_CONTACT("Accept-Contact", 'a'),
    ACCEPT_ENCODING("Accept-Encoding"),
    ACCEPT_LANGUAGE("Accept-Language"),
    ACCEPT_RESOURCE_PRIORITY("Accept-Resource-Priority"),
    ADDITIONAL_IDENTITY("Additional-Identity"),
    ALERT_INFO("Alert-Info"),
    ALLOW("Allow"),
    ALLOW_EVENTS("Allow-Events", 'u'),
    ANSWER_MODE("Answer-Mode"),
    ATTESTATION_INFO("Attestation-Info"),
    AUTHENTICATION_INFO("Authentication-Info"),
    AUTHORIZATION("Authorization"),
    CALL_ID("Call-ID", 'i', ReadField.CALL_ID),
    CALL_INFO("Call-Info"),
    CELLULAR_NETWORK_INFO("Cellular-Network-Info"),
    CONTACT("Contact", 'm', ReadField.CONTACT),
    CONTENT_DISPOSITION("Content-Disposition", ReadField.CONTENT_DISPOSITION),
    CONTENT_ENCODING("Content-Encoding", 'e', ReadField.CONTENT_ENCODING),
    CONTENT_ID("Content-ID"),
    CONTENT_LANGUAGE("Content-Language"),
    CONTENT_LENGTH("Content-Length", 'l', ReadField.CONTENT_LENGTH),
    CONTENT_TYPE("Content-Type", 'c', ReadField.CONTENT_TYPE),
    CSEQ("CSeq", ReadField.CSEQ),
    DATE("Date", ReadField.DATE),
    DC_INFO("DC-Info"),
    DIVERSION("Diversion"),
    ENCRYPTION("Encryption"),
    ERROR_INFO("Error-Info"),
    EVENT("Event", 'o'),
    EXPIRES("Expires", ReadField.EXPIRES),
    FEATURE_CAPS("Feature-Caps"),
    FLOW_TIMER("Flow-Timer"),
    FROM("From", 'f', ReadField.FROM),
    GEOLOCATION("Geolocation"),
    GEOLOCATION_ERROR("Geolocation-Error"),
    GEOLOCATION_ROUTING("Geolocation-Routing"),
    HIDE("Hide"),
    HISTORY_INFO("History-Info"),
    IDENTITY("Identity", 'y'),
    IDENTITY_INFO("Identity-Info", 'n'),
    INFO_PACKAGE("Info-Package"),
    IN_REPLY_TO("In-Reply-To"),
    JOIN("Join"),
    MAX_BREADTH("Max-Breadth"),
    MAX_FORWARDS("Max-Forwards", ReadField.MAX_FORWARDS),
    MIME_VERSION("MIME-Version"),
    MIN_EXPIRES("Min-Expires"),
    MIN_SE("Min-SE"),
    ORGANIZATION("Organization"),
    ORIGINATION_ID("Origination-Id"),
    P_ACCESS_NETWORK_INFO("P-Access-Network-Info"),
    P_ANSWER_STATE("P-Answer-State"),
    P_ASSERTED_IDENTITY("P-Asserted-Identity"),
    P_ASSERTED_SERVICE("P-Asserted-Service"),
    P_ASSOCIATED_URI("P-Associated-URI"),
    P_CALLED_PARTY_ID("P-Called-Party-ID"),
    P_CHARGE_INFO("P-Charge-Info"),
    P_CHARGING_FUNCTION_ADDRESSES("P-Charging-Function-Addresses"),
    P_CHARGING_VECTOR("P-Charging-Vector"),
    P_DCS_BILLING_INFO("P-DCS-Billing-Info"),
    P_DCS_LAES("P-DCS-LAES"),
    P_DCS_OSPS("P-DCS-OSPS"),
    P_DCS_REDIRECT("P-DCS-Redirect"),
    P_DCS_TRACE_PARTY_ID("P-DCS-Trace-Party-ID"),
    P_EARLY_MEDIA("P-Early-Media"),
    P_MEDIA_AUTHORIZATION("P-Media-Authorization"),
    P_PREFERRED_IDENTITY("P-Preferred-Identity"),
    P_PREFERRED_SERVICE("P-Preferred-Service"),
    P_PRIVATE_NETWORK_INDICATION("P-Private-Network-Indication"),
    P_PROFILE_KEY("P-Profile-Key"),
    P_REFUSED_URI_LIST("P-Refused-URI-List"),
    P_SERVED_USER("P-Served-User"),
    P_USER_DATABASE("P-User-Database"),
    P_VISITED_NETWORK_ID("P-Visited-Network-ID"),
    PATH("Path"),
    PERMISSION_MISSING("Permission-Missing"),
    POLICY_CONTACT("Policy-Contact"),
    POLICY_ID("Policy-ID"),
    PRIORITY("Priority"),
    PRIORITY_SHARE("Priority-Share"),
    PRIORITY_VERSTAT("Priority-Verstat"),
    PRIV_ANSWER_MODE("Priv-Answer-Mode"),
    PRIVACY("Privacy"),
    PROXY_AUTHENTICATE("Proxy-Authenticate"),
    PROXY_AUTHORIZATION("Proxy-Authorization"),
    PROXY_REQUIRE("Proxy-Require"),
    RACK("RAck"),
    REASON("Reason"),
    RECORD_ROUTE("Record-Route", ReadField.RECORD_ROUTE),
    RECV_INFO("Recv-Info"),
    REFER_EVENTS_AT("Refer-Events-At"),
    REFER_SUB("Refer-Sub"),
    REFER_TO("Refer-To", 'r'),
    REFERRED_BY("Referred-By", 'b'),
    REJECT_CONTACT("Reject-Contact", 'j'),
    RELAYED_CHARGE("Relayed-Charge"),
    REMOTE_PARTY_ID("Remote-Party-ID"),
    REPLACES("Replaces"),
    REPLY_TO("Reply-To"),
    REQUEST_DISPOSITION("Request-Disposition", 'd'),
    REQUIRE("Require"),
    RESOURCE_PRIORITY("Resource-Priority"),
    RESOURCE_SHARE("Resource-Share"),
    RESPONSE_KEY("Response-Key"),
    RESPONSE_SOURCE("Response-Source"),
    RESTORATION_INFO("Restoration-Info"),
    RETRY_AFTER("Retry-After"),
    ROUTE("Route", ReadField.ROUTE),
    RSEQ("RSeq"),
    SECURITY_CLIENT("Security-Client"),
    SECURITY_SERVER("Security-Server"),
    SECURITY_VERIFY("Security-Verify"),
    SERVER("Server", ReadField.SERVER),
    SERVICE_INTERACT_INFO("Service-Interact-Info"),
    SERVICE_ROUTE("Service-Route"),
    SESSION_EXPIRES("Session-Expires", 'x'),
    SESSION_ID("Session-ID"),
    SIP_ETAG("SIP-ETag"),
    SIP_IF_MATCH("SIP-If-Match"),
    SUBJECT("Subject", 's'),
    SUBSCRIPTION_STATE("Subscription-State"),
    SUPPORTED("Supported", 'k'),
    SUPPRESS_IF_MATCH("Suppress-If-Match"),
    TARGET_DIALOG("Target-Dialog"),
    TIMESTAMP("Timestamp"),
    TO("To", 't', ReadField.TO),
    TRIGGER_CONSENT("Trigger-Consent"),
    UNSUPPORTED("Unsupported"),
    USER_AGENT("User-Agent", ReadField.USER_AGENT),
    USER_TO_USER("User-to-User"),
    VIA("Via", 'v', ReadField.VIA),
    WARNING("Warning"),
    WWW_AUTHENTICATE("WWW-Authenticate");

    private static final int NO_COMPACT_FORM = 0;
    private static final int LOWER_CASE = 0x20;

    /// At least twice the number of names and compact forms, so that collisions are rare.
    private static final int SLOT_BITS = 9;

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /// The first bytes of each name, as [SipGrammar#lowerCaseWord] gives them, in the slot that
    /// they and the length lead to, or in the next free one after it; 0 in free slots.
    private static final long[] HEADS = new long[1 << SLOT_BITS];

    /// The header field of each slot.
    private static final HeaderName[] NAMES = new HeaderName[1 << SLOT_BITS];

    static {
        for (HeaderName name : values()) {
            add(name.head, name.lower.length(), name);
            if (name.compact != NO_COMPACT_FORM) {
                add(name.compact, 1, name);
            }
        }
    }

    private final String text;
    private final String lower;

    /// The first eight bytes of `lower`.
    private final long head;

    /// The last eight bytes of `lower`, if it has more than eight.
    private final long tail;

    private final int compact;

    /// What it is read as; null if its value is not read.
    private final @Nullable ReadField read;

    HeaderName(String text) {
        this(text, (char) NO_COMPACT_FORM, null);
    }

    HeaderName(String text, char compact) {
        this(text, compact, null);
    }

    HeaderName(String text, ReadField read) {
        this(text, (char) NO_COMPACT_FORM, read);
    }

    HeaderName(String text, char compact, @Nullable ReadField read) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
        byte[] bytes = lower.getBytes(StandardCharsets.US_ASCII);
        this.head = SipGrammar.lowerCaseWord(bytes, 0, bytes.length);
        int tailFrom = Math.max(0, bytes.length - Long.BYTES);
        this.tail = SipGrammar.lowerCaseWord(bytes, tailFrom, bytes.length);
        this.compact = compact;
        this.read = read;
    }

    /// The registered name, e.g. `Call-ID`.
    public String text() {
        return text;
    }

    /// What it is read as; null if its value is not read together with the message.
    @Nullable
    ReadField read() {
        return read;
    }

    /// The compact form (RFC 3261 §7.3.3), e.g. `i`, or empty.
    public Optional<String> compactForm() {
        return compact == NO_COMPACT_FORM ? Optional.empty() : Optional.of(String.valueOf((char) compact));
    }

    /// The header field of this name, long or compact, in any case.
    public static Optional<HeaderName> of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        boolean token = SipGrammar.tokenEnd(bytes, 0, bytes.length) == bytes.length;
        return token ? Optional.ofNullable(find(bytes, 0, bytes.length)) : Optional.empty();
    }

    /// The header field whose name, long or compact, in any case, fills the range, which holds
    /// only visible ASCII; null if none is known. Allocates nothing.
    static @Nullable HeaderName find(byte[] a, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return null;
        }
        long head = SipGrammar.lowerCaseWord(a, from, to);
        int slot = slot(head, length);
        while (HEADS[slot] != 0) {
            if (HEADS[slot] == head && (length <= Long.BYTES || NAMES[slot].endsLike(a, from, to))) {
                return NAMES[slot];
            }
            slot = next(slot);
        }
        return null;
    }

    /// Whether a range of more than eight bytes, whose first eight are the name's, is the name.
    private boolean endsLike(byte[] a, int from, int to) {
        if (to - from != lower.length() || SipGrammar.lowerCaseWord(a, to - Long.BYTES, to) != tail) {
            return false;
        }
        for (int i = Long.BYTES; i < to - from - Long.BYTES; i++) {
            if ((a[from + i] | LOWER_CASE) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(long head, int length) {
        return (int) (((head + length) * SPREAD) >>> (Long.SIZE - SLOT_BITS));
    }

    private static int next(int slot) {
        return (slot + 1) & (HEADS.length - 1);
    }

    private static void add(long head, int length, HeaderName name) {
        int slot = slot(head, length);
        while (HEADS[slot] != 0) {
            slot = next(slot);
        }
        HEADS[slot] = head;
        NAMES[slot] = name;
    }
}
