package org.sipsleuth.dialog.leg.fact;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;

/// Facts about legs from the header fields of one message, collected field by field.
final class HeaderFacts {

    /// More references of one dialog are passed over: no call has them.
    private static final int MOST_REFERENCES = 8;

    private static final int LONGEST_VALUE = 4096;

    /// What a header field says about legs.
    private interface Reading {
        void read(HeaderFacts facts, String value, int message, int host);
    }

    private static final Map<HeaderName, Reading> READINGS =
            new EnumMap<>(Map.ofEntries(entry(HeaderName.SESSION_ID, (facts, value, _, _) -> facts.session(value)),
                    entry(HeaderName.P_CHARGING_VECTOR, (facts, value, _, _) -> facts.charged(value)),
                    entry(HeaderName.REPLACES, reference(Reference.Kind.REPLACES)),
                    entry(HeaderName.JOIN, reference(Reference.Kind.JOIN)),
                    entry(HeaderName.TARGET_DIALOG, reference(Reference.Kind.TARGET_DIALOG)),
                    entry(HeaderName.IN_REPLY_TO, (facts, value, message, _) -> facts.addReplies(value, message)),
                    entry(HeaderName.REFER_TO, HeaderFacts::refer),
                    entry(HeaderName.REFERRED_BY, (facts, value, _, _) -> facts.referred(value)),
                    entry(HeaderName.P_ASSERTED_IDENTITY, (facts, value, _, _) -> facts.asserted(value)),
                    entry(HeaderName.REMOTE_PARTY_ID, (facts, value, _, _) -> facts.asserted(value)),
                    entry(HeaderName.DIVERSION, (facts, value, _, _) -> facts.diverted(value)),
                    entry(HeaderName.HISTORY_INFO, (facts, value, _, _) -> facts.diverted(value))));

    private final Keys keys;
    private final Set<String> callIdFields;
    private final List<Reference> named = new ArrayList<>(0);
    private final List<Referral> referrals = new ArrayList<>(0);
    private long namedFirst;
    private long localSession;
    private long remoteSession;
    private long charging;
    private long asserted;
    private long diverted;
    private long referredBy;

    /// @param callIdFields the header fields that name another Call-ID, in lower case
    HeaderFacts(Keys keys, Set<String> callIdFields) {
        this.keys = keys;
        this.callIdFields = callIdFields;
    }

    /// Adds all fields of a message.
    ///
    /// @param host who got it
    void add(byte[] buffer, SipLayout layout, int message, int host) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            HeaderName name = layout.fieldName(i);
            if (name == null) {
                addUnknown(buffer, layout, i, message);
            } else {
                addKnown(name, buffer, layout, i, message, host);
            }
        }
    }

    /// Adds the fields of a REFER within the dialog.
    ///
    /// @param host who is asked
    void addRefer(byte[] buffer, SipLayout layout, int message, int host) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            HeaderName name = layout.fieldName(i);
            if (name == HeaderName.REFER_TO || name == HeaderName.TARGET_DIALOG) {
                addKnown(name, buffer, layout, i, message, host);
            }
        }
    }

    private void addKnown(HeaderName name, byte[] buffer, SipLayout layout, int field, int message, int host) {
        Reading reading = READINGS.get(name);
        if (reading != null) {
            reading.read(this, value(buffer, layout, field), message, host);
        }
    }

    private void addUnknown(byte[] buffer, SipLayout layout, int field, int message) {
        if (callIdFields.isEmpty()) {
            return;
        }
        int from = layout.fieldFrom(field);
        String name = new String(buffer, from, layout.nameTo(field) - from, StandardCharsets.ISO_8859_1);
        if (callIdFields.contains(name.strip().toLowerCase(Locale.ROOT))) {
            String value = value(buffer, layout, field);
            add(Reference.Kind.FIELD, value, message);
            namedFirst = namedFirst == Keys.NONE ? keys.of(value) : namedFirst;
        }
    }

    private static Reading reference(Reference.Kind kind) {
        return (facts, value, message, _) -> facts.add(kind, FieldValue.head(value), message);
    }

    private void charged(String value) {
        charging = first(charging, keys.of(FieldValue.parameter(value, "icid-value")));
    }

    private void referred(String value) {
        referredBy = first(referredBy, party(value));
    }

    private void asserted(String value) {
        asserted = first(asserted, party(value));
    }

    private void diverted(String value) {
        diverted = first(diverted, party(value));
    }

    private void addReplies(String value, int message) {
        for (String id : value.split(",", MOST_REFERENCES)) {
            add(Reference.Kind.REPLY, id.strip(), message);
        }
    }

    private void session(String value) {
        long local = keys.of(FieldValue.uuid(FieldValue.head(value)));
        long remote = keys.of(FieldValue.uuid(FieldValue.parameter(value, "remote")));
        if (localSession == Keys.NONE) {
            localSession = local;
            remoteSession = remote;
        } else if (remoteSession == Keys.NONE) {
            remoteSession = local == localSession ? remote : local; // an answer names the other's
        }
    }

    private void refer(String value, int message, int host) {
        Optional<SipUri> target = NameAddr.of(value).sipUri();
        if (target.isEmpty()) {
            return;
        }
        String replaces = FieldValue.uriHeader(target.get().headers(), "Replaces");
        if (!replaces.isEmpty()) {
            add(Reference.Kind.REFER_REPLACES, FieldValue.head(replaces), message);
        }
        long party = Party.ofUser(target.get().user(), keys);
        if (party != Party.NOBODY && referrals.size() < MOST_REFERENCES) {
            referrals.add(new Referral(party, host, message));
        }
    }

    private void add(Reference.Kind kind, String callId, int message) {
        if (!callId.isEmpty() && named.size() < MOST_REFERENCES) {
            named.add(new Reference(kind, keys.of(callId), message));
        }
    }

    private long party(String value) {
        return Party.of(NameAddr.of(value).uri(), keys);
    }

    private static long first(long known, long next) {
        return known == 0 ? next : known;
    }

    private static String value(byte[] buffer, SipLayout layout, int field) {
        int from = layout.valueFrom(field);
        int length = Math.min(layout.valueTo(field) - from, LONGEST_VALUE);
        return new String(buffer, from, length, StandardCharsets.UTF_8);
    }

    Identifiers identifiers(String callId) {
        return new Identifiers(keys.of(callId), namedFirst, localSession, remoteSession, charging);
    }

    References references() {
        boolean none = named.isEmpty() && referrals.isEmpty() && referredBy == Party.NOBODY;
        return none ? References.NONE : new References(named, referrals, referredBy);
    }

    /// @param called To
    /// @param calling From
    Parties parties(long target, long called, long calling) {
        return new Parties(target, called, calling, asserted, diverted);
    }
}
