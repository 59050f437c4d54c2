package org.sipsleuth.flood.input;

import java.net.InetAddress;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.transaction.InviteAttempts;

/// Reads From and Contact of INVITEs, as one of several that share them.
final class InviteReader implements Blocks.Work {

    private static final float AGREES = 1;
    private static final float IS_NAME = 0.5f;
    private static final float DISAGREES = 0;

    /// Longer messages are copied to a buffer of their own.
    private static final int USUAL_BYTES = 1 << 16;

    private static final int LONGEST_ADDRESS = 45; // an IPv6 address that ends in an IPv4 one

    private final InviteAttempts attempts;
    private final SipIndex index;
    private final KeyedHash hash;
    private final long[] froms;
    private final float[] contacts;
    private final byte[] usual = new byte[USUAL_BYTES];
    private final SipLayout layout = new SipLayout();
    private final AddressScan contact = new AddressScan();

    /// @param froms receives what represents the URI of From, by attempt
    /// @param contacts receives [Input#CONTACT], by attempt
    InviteReader(InviteAttempts attempts, KeyedHash hash, long[] froms, float[] contacts) {
        this.attempts = attempts;
        this.index = attempts.table().index();
        this.hash = hash;
        this.froms = froms;
        this.contacts = contacts;
    }

    @Override
    public void piece(int attempt) {
        int message = attempts.first(attempt).request();
        int length = index.copy(message, usual);
        byte[] buffer = length <= usual.length ? usual : index.bytes(message);
        SipParser.parse(buffer, 0, length, index.messages().isCut(message), layout);
        if (layout.has(Part.FROM_URI)) {
            froms[attempt] = hash.hash(buffer, layout.from(Part.FROM_URI), layout.to(Part.FROM_URI));
        }
        contacts[attempt] = contact(message, buffer);
    }

    private float contact(int message, byte[] buffer) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) == HeaderName.CONTACT) {
                contact.read(buffer, layout.valueFrom(i), layout.valueTo(i), true);
                return contact.uriTo > contact.uriFrom ? agreement(message, buffer, contact.uriFrom, contact.uriTo)
                        : DISAGREES;
            }
        }
        return DISAGREES;
    }

    private float agreement(int message, byte[] a, int uriFrom, int uriTo) {
        int colon = SipGrammar.schemeEnd(a, uriFrom, uriTo);
        int from = colon < 0 ? uriFrom : colon + 1;
        for (int p = from; p < uriTo && a[p] != ';' && a[p] != '?'; p++) {
            from = a[p] == '@' ? p + 1 : from;
        }
        boolean isBracketed = from < uriTo && a[from] == '[';
        from += isBracketed ? 1 : 0;
        int to = from;
        while (to < uriTo && !isEnd(a[to], isBracketed)) {
            to++;
        }
        boolean isAddress = isBracketed;
        if (!isBracketed) {
            isAddress = to > from;
            for (int p = from; p < to; p++) {
                isAddress &= a[p] == '.' || (a[p] >= '0' && a[p] <= '9');
            }
        }
        if (!isAddress || to - from > LONGEST_ADDRESS) {
            return to > from ? IS_NAME : DISAGREES;
        }
        return isSource(message, a, from, to) ? AGREES : DISAGREES;
    }

    private static boolean isEnd(byte b, boolean isBracketed) {
        return isBracketed ? b == ']' : b == ':' || b == ';' || b == '?';
    }

    private boolean isSource(int message, byte[] a, int from, int to) {
        int endpoint = index.messages().source(message);
        String text = new String(a, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.equals(index.messages().endpoint(endpoint).host())) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(text).equals(index.messages().endpoint(endpoint).address());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
