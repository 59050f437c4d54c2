package org.sipsleuth.call.record;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Who calls where From names nobody: P-Asserted-Identity (RFC 3325 §9.1), else Remote-Party-ID, of
/// an INVITE on any hop. Immutable.
final class AssertedCallers {

    /// Users by the dialogs of their calls.
    private final Map<Integer, String> users;

    private AssertedCallers(Map<Integer, String> users) {
        this.users = users;
    }

    /// Reads the INVITEs of some dialogs.
    static AssertedCallers of(TransactionTable table, Set<Integer> dialogs) {
        Map<Integer, String> users = new HashMap<>();
        if (!dialogs.isEmpty()) {
            SipLayout layout = new SipLayout();
            for (HopTransaction hop : table.all()) {
                if (hop.method() == MessageTypes.INVITE && dialogs.contains(hop.dialog())
                        && !users.containsKey(hop.dialog())) {
                    asserted(table, hop.request(), layout).ifPresent(user -> users.put(hop.dialog(), user));
                }
            }
        }
        return new AssertedCallers(users);
    }

    /// The user of the first of some dialogs whose INVITE asserts one; empty if none does.
    String user(List<Integer> dialogs) {
        return dialogs.stream()
                .map(dialog -> users.getOrDefault(dialog, ""))
                .filter(user -> !user.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> asserted(TransactionTable table, int message, SipLayout layout) {
        byte[] bytes = table.index().bytes(message);
        SipParser.parse(bytes, 0, bytes.length, table.index().messages().isCut(message), layout);
        return first(bytes, layout, HeaderName.P_ASSERTED_IDENTITY)
                .or(() -> first(bytes, layout, HeaderName.REMOTE_PARTY_ID));
    }

    private static Optional<String> first(byte[] bytes, SipLayout layout, HeaderName name) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) != name) {
                continue;
            }
            int from = layout.valueFrom(i);
            String value = new String(bytes, from, layout.valueTo(i) - from, StandardCharsets.UTF_8);
            for (NameAddr address : NameAddr.listOf(value)) {
                String user = address.sipUri().map(SipUri::user).orElse("");
                if (UserNames.kindOf(user) == UserNames.Kind.USER && isCaller(address)) {
                    return Optional.of(user);
                }
            }
        }
        return Optional.empty();
    }

    /// Remote-Party-ID may name the other party.
    private static boolean isCaller(NameAddr address) {
        String party = address.parameters().getOrDefault("party", "calling");
        return party.equalsIgnoreCase("calling");
    }
}
