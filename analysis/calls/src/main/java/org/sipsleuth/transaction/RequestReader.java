package org.sipsleuth.transaction;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.fingerprint.FingerprintReader;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.Staleness;
import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.DigestScan;
import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.SipGrammar;

/// Reads the text of requests and of the challenges that answer them, as one of several that share
/// the transactions. Users and fingerprints get numbers of its own.
final class RequestReader implements Blocks.Work {

    /// Longer messages are copied to a buffer of their own.
    private static final int USUAL_BYTES = 1 << 16;

    private static final int NEVER = -1;

    private final SipIndex index;
    private final List<HopTransaction> transactions;
    private final byte[] readBy;
    private final byte number;
    private final byte[] usual = new byte[USUAL_BYTES];
    private final SipLayout layout = new SipLayout();
    private final UriUser user = new UriUser();
    private final DigestScan digest = new DigestScan();
    private final Staleness staleness = new Staleness();
    private final AddressScan contact = new AddressScan();
    private final ParameterScan parameter = new ParameterScan();
    private final FingerprintReader fingerprint = new FingerprintReader();

    /// The users it has met.
    final NamePool users = new NamePool();

    /// The fingerprints it has met.
    final NamePool fingerprints = new NamePool();

    /// @param readBy where it notes its number for each transaction
    /// @param number its own, among all readers
    RequestReader(SipIndex index, List<HopTransaction> transactions, byte[] readBy, int number) {
        this.index = index;
        this.transactions = transactions;
        this.readBy = readBy;
        this.number = (byte) number;
    }

    @Override
    public void piece(int row) {
        HopTransaction hop = transactions.get(row);
        readBy[row] = number;
        byte[] buffer = parse(hop.request);
        hop.fromUser = user(buffer, Part.FROM_URI);
        hop.toUser = user(buffer, Part.TO_URI);
        hop.requestUser = user(buffer, Part.REQUEST_URI);
        if (hop.requestUser < 0) {
            hop.requestUser = hop.toUser;
        }
        hop.credentials = credentials(buffer);
        if (!layout.isHeaderCut()) { // the rest of the header is unknown
            int size = fingerprint.read(buffer, layout);
            hop.fingerprint = fingerprints.intern(fingerprint.bytes(), 0, size);
        }
        if (isDefective()) {
            hop.flags |= HopTransaction.DEFECTIVE;
        }
        if (hop.method == MessageTypes.REGISTER) {
            hop.flags |= bindings(buffer);
        }
        if (hop.hasCredentials() && hop.isChallenged() && staleness.isStale(parse(hop.response), layout)) {
            hop.flags |= HopTransaction.STALE;
        }
    }

    private byte[] parse(int message) {
        int length = index.copy(message, usual);
        byte[] buffer = length <= usual.length ? usual : index.bytes(message);
        SipParser.parse(buffer, 0, length, index.messages().isCut(message), layout);
        return buffer;
    }

    private int user(byte[] buffer, Part uri) {
        return layout.has(uri) && user.read(buffer, layout.from(uri), layout.to(uri))
                ? users.intern(buffer, user.from, user.to)
                : HopTransaction.NONE;
    }

    /// The user of the first credentials; those without a response are none: a phone of an IMS
    /// network sends its name before it is challenged (3GPP TS 24.229 §5.1.1.2).
    private int credentials(byte[] buffer) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            HeaderName name = layout.fieldName(i);
            if (name != HeaderName.AUTHORIZATION && name != HeaderName.PROXY_AUTHORIZATION) {
                continue;
            }
            int from = layout.valueFrom(i);
            int to = layout.valueTo(i);
            if (digest.find(buffer, from, to, "response") && digest.from == digest.to) {
                continue;
            }
            return digest.find(buffer, from, to, "username") ? users.intern(buffer, digest.from, domainAt(buffer))
                    : users.intern(buffer, 0, 0);
        }
        return HopTransaction.NONE;
    }

    private int domainAt(byte[] buffer) {
        int p = digest.from;
        while (p < digest.to && buffer[p] != '@') {
            p++;
        }
        return p;
    }

    private boolean isDefective() {
        for (int i = 0; i < layout.defectCount(); i++) {
            DefectKind kind = layout.defectKind(i);
            if (kind != DefectKind.MISSING_MAX_FORWARDS && kind != DefectKind.NO_FROM_TAG) {
                return true;
            }
        }
        return false;
    }

    /// Whether a REGISTER adds bindings or removes them; neither where it asks for them (RFC 3261
    /// §10.2).
    private int bindings(byte[] buffer) {
        long expires = NEVER;
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) == HeaderName.EXPIRES) {
                expires = SipGrammar.number(buffer, layout.valueFrom(i), layout.valueTo(i));
            }
        }
        boolean hasContact = false;
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) != HeaderName.CONTACT) {
                continue;
            }
            int p = layout.valueFrom(i);
            while (p < layout.valueTo(i)) {
                contact.read(buffer, p, layout.valueTo(i), true);
                hasContact = true;
                if (!contact.isStar(buffer) && expires(buffer, expires) != 0) {
                    return HopTransaction.REGISTERS;
                }
                p = Math.max(p, contact.end) + 1;
            }
        }
        return hasContact ? HopTransaction.UNREGISTERS : 0;
    }

    /// When the binding of [#contact] expires, in seconds.
    private long expires(byte[] buffer, long otherwise) {
        parameter.begin(contact.parametersFrom);
        while (parameter.next(buffer, contact.end)) {
            if (parameter.valueFrom >= 0 && parameter.isNamed(buffer, "expires")) {
                return SipGrammar.number(buffer, parameter.valueFrom, parameter.valueTo);
            }
        }
        return otherwise;
    }
}
