package org.sipsleuth.transaction.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Registrations that come and go, and those that a registrar refuses because of their interval. An
/// account is the URI of To.
final class RegistrationFaults {

    /// An account flaps if it was registered and removed so often in a row,
    private static final int CYCLES = 3;

    /// each within this time: phones refresh after half of their interval, usually an hour, and
    /// restart more rarely.
    private static final long CYCLE_NANOS = Duration.ofMinutes(2).toNanos();

    /// A client whose interval is refused repeats the request with a longer one (RFC 3261 §10.2.8).
    private static final int REFUSALS = 2;

    private static final int INTERVAL_TOO_BRIEF = 423;

    private final TransactionTable table;

    /// The REGISTERs of each account, by the number of its URI, in the order of time.
    private final Map<Integer, List<HopTransaction>> accounts = new LinkedHashMap<>();

    RegistrationFaults(TransactionTable table) {
        this.table = table;
        for (HopTransaction hop : table.origins()) {
            int account = table.index().dialogs().calleeNumber(hop.dialog());
            if (hop.method() == MessageTypes.REGISTER && account >= 0) {
                accounts.computeIfAbsent(account, _ -> new ArrayList<>(1)).add(hop);
            }
        }
    }

    /// The REGISTERs of each account, in the order of time.
    Map<Integer, List<HopTransaction>> accounts() {
        return accounts;
    }

    /// The faults, in the order of the accounts.
    List<NetworkFault> faults() {
        List<NetworkFault> faults = new ArrayList<>();
        for (List<HopTransaction> hops : accounts.values()) {
            addFlapping(hops, faults);
            addRefused(hops, faults);
        }
        return faults;
    }

    private void addFlapping(List<HopTransaction> hops, List<NetworkFault> faults) {
        List<HopTransaction> run = new ArrayList<>();
        for (HopTransaction hop : hops) {
            boolean isRemoval = hop.isAccepted() && hop.unregisters();
            boolean isAddition = hop.isAccepted() && hop.registers();
            if (!isRemoval && !isAddition) {
                continue;
            }
            HopTransaction before = run.isEmpty() ? null : run.getLast();
            boolean isNext = before != null && before.registers() != hop.registers()
                    && hop.atNanos() - before.atNanos() <= CYCLE_NANOS;
            if (before != null && !isNext) {
                addRun(run, faults);
                run.clear();
            }
            run.add(hop);
        }
        addRun(run, faults);
    }

    private void addRun(List<HopTransaction> run, List<NetworkFault> faults) {
        long removals = run.stream().filter(HopTransaction::unregisters).count();
        long additions = run.size() - removals;
        if (removals < CYCLES || additions < CYCLES) {
            return;
        }
        Collected found = new Collected();
        String user = table.user(run.getFirst().toUser());
        found.user(user);
        run.forEach(hop -> found.dialog(hop.dialog()).message(hop.request()).at(hop.atNanos()));
        long cycleNanos = (run.getLast().atNanos() - run.getFirst().atNanos()) * 2 / (run.size() - 1);
        found.value("user", user)
                .value("source", table.host(run.getFirst().source()))
                .value("registrations", Long.toString(additions))
                .value("removals", Long.toString(removals))
                .value("period", Collected.seconds(cycleNanos));
        faults.add(found.fault(FaultKind.REGISTRATION_FLAPPING,
                "%s registered %,d times and removed its registration %,d times within %s, about every %s.".formatted(
                        found.users(), additions, removals,
                        Collected.seconds(run.getLast().atNanos() - run.getFirst().atNanos()),
                        Collected.seconds(cycleNanos))));
    }

    private void addRefused(List<HopTransaction> hops, List<NetworkFault> faults) {
        List<HopTransaction> refused = new ArrayList<>();
        for (HopTransaction hop : hops) {
            if (hop.isAccepted()) {
                addRefused(refused, REFUSALS, faults);
                refused.clear();
            } else if (hop.status() == INTERVAL_TOO_BRIEF) {
                refused.add(hop);
            }
        }
        addRefused(refused, 1, faults);
    }

    private void addRefused(List<HopTransaction> refused, int least, List<NetworkFault> faults) {
        if (refused.size() < least) {
            return;
        }
        HopTransaction last = refused.getLast();
        Collected found = new Collected();
        String user = table.user(last.toUser());
        found.user(user);
        refused.forEach(
                hop -> found.dialog(hop.dialog()).message(hop.request()).message(hop.response()).at(hop.atNanos()));
        OptionalLong asked = interval(table.index().message(last.request()), "Expires");
        OptionalLong leastTaken = number(table.index().message(last.response()), "Min-Expires");
        found.value("user", user)
                .value("expires", asked.isPresent() ? Long.toString(asked.getAsLong()) : "")
                .value("min_expires", leastTaken.isPresent() ? Long.toString(leastTaken.getAsLong()) : "")
                .value("times", Long.toString(found.count()));
        String requested = asked.isPresent() ? "asked for %,d s".formatted(asked.getAsLong()) : "names no interval";
        String required = leastTaken.isPresent()
                ? "the registrar takes at least %,d s (Min-Expires)".formatted(leastTaken.getAsLong())
                : "the registrar does not state what it takes (no Min-Expires)";
        faults.add(found.fault(FaultKind.REGISTRATION_INTERVAL, "REGISTER of %s was refused with 423 %s: it %s, %s."
                .formatted(found.users(), found.often(), requested, required)));
    }

    /// The interval of the first Contact, else of the header field.
    private static OptionalLong interval(SipMessage message, String field) {
        for (NameAddr contact : message.contacts()) {
            String expires = contact.parameters().getOrDefault("expires", "");
            if (isNumber(expires)) {
                return OptionalLong.of(Long.parseLong(expires));
            }
        }
        return number(message, field);
    }

    private static OptionalLong number(SipMessage message, String field) {
        String value = message.header(field).orElse("").strip();
        return isNumber(value) ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,10}");
    }
}
