package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Which users of a capture are voicemail: by the numbers that PBXs use, by the account that a
/// server names when messages wait (RFC 3842 §5.2), or as the setting says.
final class VoicemailNumbers {

    /// Asterisk and FreePBX (`*97`, `*98` with a mailbox, 8500), FreeSWITCH (4000, `*98`), Cisco and
    /// carriers (`*86`), and names.
    private static final Pattern USUAL = Pattern
            .compile("\\*9[78]\\d{0,6}|\\*86|\\*?8500|\\*?4000|(voice-?mail|vmail|mailbox|vm)([-+_.=]?\\w{1,12})?");

    private static final Pattern ACCOUNT =
            Pattern.compile("(?im)^Message-Account[ \\t]*:[ \\t]*<?sips?:([^@;>\\s]{1,64})[@;>\\s]");

    /// More NOTIFY requests are not read.
    private static final int MOST_READ = 2_000;

    private VoicemailNumbers() {}

    /// The numbers of the users.
    ///
    /// @param more names of further ones, separated by commas
    static BitSet of(Traffic traffic, String more) {
        TransactionTable table = traffic.table();
        Set<String> named = Arrays.stream(more.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        BitSet found = announced(traffic);
        BitSet selfCalled = selfCalled(traffic);
        for (int user = 0; user < table.userCount(); user++) {
            String name = table.user(user).replace("%2A", "*").replace("%2a", "*");
            boolean isVoicemail = named.contains(name) || (USUAL.matcher(name.toLowerCase(Locale.ROOT)).matches()
                    && (traffic.roles().owner(user) < 0 || selfCalled.get(user)));
            if (isVoicemail) {
                found.set(user);
            }
        }
        return found;
    }

    /// Numbers that the host which has registered them calls: no registration makes a phone of a
    /// mailbox that one tries.
    private static BitSet selfCalled(Traffic traffic) {
        BitSet called = new BitSet();
        for (Call call : traffic.openCalls()) {
            if (call.callee() != HopTransaction.NONE && traffic.roles().owner(call.callee()) == call.source()) {
                called.set(call.callee());
            }
        }
        return called;
    }

    /// Accounts that no phone registers: most servers name the user's own.
    private static BitSet announced(Traffic traffic) {
        TransactionTable table = traffic.table();
        MessageTable messages = table.index().messages();
        BitSet found = new BitSet();
        int read = 0;
        for (HopTransaction each : table.origins()) {
            if (each.method() != MessageTypes.NOTIFY || !messages.hasBody(each.request()) || read++ >= MOST_READ) {
                continue;
            }
            SipMessage notify = table.index().message(each.request());
            Matcher account = ACCOUNT.matcher(notify.text().substring(notify.bodyOffset()));
            int user = account.find() ? table.findUser(account.group(1)) : HopTransaction.NONE;
            if (user >= 0 && traffic.roles().owner(user) < 0 && user != each.toUser()) {
                found.set(user);
            }
        }
        return found;
    }
}
