package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The accounts that phones register and log in with, where a Call-ID has several, and when each was
/// accepted.
final class RegisteredAccounts {

    private static final int FIRST_REFUSAL = 300;
    private static final int UNSEEN = -2;

    private final TransactionTable table;

    /// The REGISTERs of each account of dialogs with several, by the number of its user.
    private final Map<Integer, Map<Integer, List<HopTransaction>>> several = new HashMap<>();

    /// When credentials from a host were accepted last, in ns since the epoch.
    private final Map<Login, Long> accepted = new HashMap<>();

    /// A host and the user of its credentials.
    private record Login(int host, int user) {

        static Login of(HopTransaction request) {
            return new Login(request.source(), request.credentials());
        }
    }

    /// Cost: the transactions.
    RegisteredAccounts(TransactionTable table) {
        this.table = table;
        int[] first = new int[table.index().dialogs().size()];
        Arrays.fill(first, UNSEEN);
        for (HopTransaction each : table.origins()) {
            if (each.hasCredentials() && each.isAccepted()) {
                accepted.put(Login.of(each), each.answeredAtNanos());
            }
            if (each.method() == MessageTypes.REGISTER) {
                int before = first[each.dialog()];
                first[each.dialog()] = each.toUser();
                if (before != UNSEEN && before != each.toUser()) {
                    several.putIfAbsent(each.dialog(), new LinkedHashMap<>());
                }
            }
        }
        for (HopTransaction each : several.isEmpty() ? List.<HopTransaction>of() : table.origins()) {
            Map<Integer, List<HopTransaction>> accounts = several.get(each.dialog());
            if (accounts != null && each.method() == MessageTypes.REGISTER) {
                accounts.computeIfAbsent(each.toUser(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// The refusal of each account of a dialog that was refused to the end, but of one.
    ///
    /// @param evidence a message of that one
    List<HopTransaction> refused(int dialog, int evidence) {
        List<HopTransaction> refused = new ArrayList<>();
        for (List<HopTransaction> account : several.getOrDefault(dialog, Map.of()).values()) {
            boolean isKnown =
                    account.stream().anyMatch(each -> each.request() == evidence || each.response() == evidence);
            if (!isKnown && account.getLast().status() >= FIRST_REFUSAL) {
                refused.add(decisive(account));
            }
        }
        return refused;
    }

    /// Of the refusals since the account was accepted, the first that is no challenge; else the last.
    private static HopTransaction decisive(List<HopTransaction> account) {
        HopTransaction decisive = account.getLast();
        for (HopTransaction each : account.reversed()) {
            if (each.isAccepted()) {
                break;
            }
            if (each.status() >= FIRST_REFUSAL && !each.isChallenged()) {
                decisive = each;
            }
        }
        return decisive;
    }

    /// How long after a refusal the same host was accepted last with the same credentials, under
    /// whatever Call-ID, in ns; negative if that was before it.
    OptionalLong acceptedAfterNanos(int response) {
        int place = table.transactionOf(response);
        if (place < 0 || !table.all().get(place).hasCredentials()) {
            return OptionalLong.empty();
        }
        HopTransaction request = table.all().get(place);
        Long nanos = accepted.get(Login.of(request));
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos - request.answeredAtNanos());
    }
}
