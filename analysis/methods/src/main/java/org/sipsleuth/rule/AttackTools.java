package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Names the attack tools that requests are written by: as their User-Agent says, or, where that is
/// disguised, by the order of their header fields.
final class AttackTools {

    private static final Pattern NAMES =
            Pattern.compile(
                    "friendly-(?:scanner|request)|sipvicious|sundayddr|sipcli|sipsak|sip-?scan"
                            + "|vaxsipuseragent|pplsip|\\bsmap\\b|inviteflood|mr\\.sip|sipptk"
                            + "|\\biwar\\b|sippts|gulp\\b",
                    Pattern.CASE_INSENSITIVE);

    /// How SIPVicious orders header fields, in its versions.
    private static final Pattern SIPVICIOUS =
            Pattern.compile(
                    "^(?:Via,Max-Forwards,To,From,User-Agent,Call-ID,Contact,CSeq,Accept"
                            + ",Content-Length"
                            + "|(?:Via,)?Content-Length,From,Accept,User-Agent,To,Contact,CSeq"
                            + ",Call-ID,Max-Forwards"
                            + "|Via,Content-Length,From,Accept,User-Agent,To,Contact,CSeq"
                            + ",Call-ID).*",
                    Pattern.CASE_INSENSITIVE);

    private final TransactionTable table;
    private final Map<Integer, Optional<String>> known = new HashMap<>();

    AttackTools(TransactionTable table) {
        this.table = table;
    }

    /// The tool that wrote a request, if it is a known one.
    Optional<String> of(HopTransaction each) {
        return each.fingerprint() == HopTransaction.NONE
                ? Optional.empty()
                : known.computeIfAbsent(
                        each.fingerprint(), number -> named(table.fingerprint(number)));
    }

    private static Optional<String> named(Fingerprint fingerprint) {
        Matcher name = NAMES.matcher(fingerprint.userAgent());
        if (name.find()) {
            return Optional.of(name.group().toLowerCase(Locale.ROOT));
        }
        boolean isSipVicious =
                SIPVICIOUS.matcher(fingerprint.headerOrder()).matches()
                        && !fingerprint.callId().endsWith("@");
        return isSipVicious ? Optional.of("SIPVicious") : Optional.empty();
    }
}
